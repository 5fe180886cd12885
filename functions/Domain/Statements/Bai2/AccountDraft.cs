using Reconciliation.Domain.Statements.Diagnostics;
using Reconciliation.Domain.Statements.Text;

namespace Reconciliation.Domain.Statements.Bai2;

/// <summary>
/// A record 03 with its continuations: the account, its currency, then balances and totals in groups of type, amount,
/// count and funds. A continuation may begin at any field of a group.
/// </summary>
internal sealed class AccountDraft(PartBuffer parts, Control control)
{
    // What the standard says of a file that names no currency.
    private const string DefaultCurrency = "USD";

    private readonly Funds _funds = new();
    private readonly Dictionary<string, Money> _stated = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int?> _counts = new(StringComparer.Ordinal);
    private GroupHeader _group = GroupHeader.None;
    private Place _place;
    private string _account = "";
    private string _type = "";
    private Currency? _currency;
    private int _line;

    private enum Place
    {
        Account,
        Currency,
        Type,
        Amount,
        Count,
        Funds,
        FundsField,
    }

    /// <summary>The account's currency; what it is where the record does not name one.</summary>
    public Currency Currency => _currency ??= CurrencyOf("");

    /// <summary>The day that the group stands for; null for none.</summary>
    public DateOnly? Day => _group.Day;

    /// <summary>Begins with the fields of a record 03.</summary>
    public void Begin(Bai2Record record, GroupHeader group)
    {
        _stated.Clear();
        _counts.Clear();
        _group = group;
        _place = Place.Account;
        _account = "";
        _currency = null;
        _line = record.Line;
        Take(record);
    }

    /// <summary>Takes the fields of the record, or of one that continues it.</summary>
    public void Take(Bai2Record record)
    {
        if (_place == Place.Count && BeginsGroup(record.Content))
        {
            parts.Tolerate("Groups of balances end before their funds type.", record.Line, "03", record.Text);
            _place = Place.Type;
        }

        var fields = new FieldSequence(record.Content);
        while (!fields.IsAtEnd)
            TakeField(fields.Next(), record.Line);
    }

    /// <summary>The head of the statement, when the last continuation was taken.</summary>
    public StatementOpened Open(string? id)
    {
        if (_account.Length == 0)
            parts.Add(DiagnosticRules.FieldMissing.At("The record names no account.", _line, "03 account"));
        return new StatementOpened
        {
            Format = StatementFormat.Bai2,
            Kind = _group.Kind,
            Account = BankAccountId.FromText(_account),
            Currency = Currency,
            Id = id,
            Opening = BalanceOf(TypeCodes.OpeningLedger),
            Line = _line,
        };
    }

    /// <summary>The end of the statement.</summary>
    public StatementClosed Close(int line) => new()
    {
        Closing = BalanceOf(TypeCodes.ClosingLedger),
        Credits = TotalOf(TypeCodes.TotalCredits),
        Debits = TotalOf(TypeCodes.TotalDebits),
        Line = line,
    };

    private void TakeField(ReadOnlySpan<char> field, int line)
    {
        switch (_place)
        {
            case Place.Account:
                _account = field.ToString();
                _place = Place.Currency;
                break;
            case Place.Currency:
                _currency = CurrencyOf(field);
                _place = Place.Type;
                break;
            case Place.Type:
                TakeType(field, line);
                break;
            case Place.Amount:
                TakeAmount(field, line);
                _place = Place.Count;
                break;
            case Place.Count:
                if (_type.Length > 0)
                    _counts.TryAdd(_type, Figure.Count(field));
                _place = Place.Funds;
                break;
            case Place.Funds:
                TakeFunds(field, line);
                break;
            default:
                TakeFundsField(field, line);
                break;
        }
    }

    private void TakeType(ReadOnlySpan<char> field, int line)
    {
        if (!field.IsEmpty && !IsTypeCode(field))
            parts.Add(Slipped("where a type code belongs", field, line));
        _type = IsTypeCode(field) ? field.ToString() : "";
        _place = Place.Amount;
    }

    private void TakeAmount(ReadOnlySpan<char> field, int line)
    {
        if (field.IsEmpty)
            return;
        if (_type.Length == 0)
            parts.Add(Slipped("behind no type code", field, line));
        else if (Figure.Read(field, Currency, parts, line, $"03 {_type}") is { } figure)
            Keep(new Money(figure, Currency), field, line);
    }

    private void Keep(Money amount, ReadOnlySpan<char> field, int line)
    {
        control.Add(amount.MinorUnits);
        if (!_stated.TryAdd(_type, amount) && _stated[_type] != amount)
            parts.Add(DiagnosticRules.SyntaxInvalid.At(
                $"The account states the amount of type {_type} twice, {_stated[_type]} and {amount}; the first was taken.", line, $"03 {_type}", field.ToString()));
    }

    private void TakeFunds(ReadOnlySpan<char> field, int line)
    {
        if (Funds.IsType(field))
        {
            _funds.Begin(field);
            _place = _funds.IsComplete ? Place.Type : Place.FundsField;
            return;
        }

        if (IsTypeCode(field))
            parts.Tolerate("Groups of balances end before their funds type.", line, "03", field);
        else
            parts.Add(Slipped("where a funds type belongs", field, line));
        TakeType(IsTypeCode(field) ? field : [], line);
    }

    private void TakeFundsField(ReadOnlySpan<char> field, int line)
    {
        if (!_funds.Take(field))
            parts.Add(Slipped("where a count of days belongs", field, line));
        if (_funds.IsComplete)
            _place = Place.Type;
    }

    private Currency CurrencyOf(ReadOnlySpan<char> code)
    {
        var written = code.IsEmpty ? _group.Currency : code.ToString();
        if (written is null)
            parts.Tolerate($"Neither the account nor its group names a currency; the format's own, {DefaultCurrency}, was taken.", _line, "03 currency");
        if (!Currency.TryOf(written ?? DefaultCurrency, out var currency))
            parts.Add(DiagnosticRules.CurrencyUnknown.At("The currency is not one of ISO 4217; amounts are shown without decimals.", _line, "03 currency", written));
        return currency;
    }

    private Balance? BalanceOf(string type) => _stated.TryGetValue(type, out var amount) ? new Balance(amount, _group.Day) : null;

    private StatedTotal? TotalOf(string type)
    {
        var isStated = _stated.TryGetValue(type, out var amount);
        var count = _counts.GetValueOrDefault(type);
        return isStated || count is not null ? new StatedTotal(count, isStated ? amount : null) : null;
    }

    /// <summary>What could be a count is a type code, for no funds type stands behind it.</summary>
    private static bool BeginsGroup(ReadOnlySpan<char> content)
    {
        var fields = new FieldSequence(content);
        return IsTypeCode(fields.Next()) && !fields.IsAtEnd && !Funds.IsType(fields.Next());
    }

    private static bool IsTypeCode(ReadOnlySpan<char> field) => field.Length == 3 && Figure.Count(field) is not null;

    private static Diagnostic Slipped(string where, ReadOnlySpan<char> field, int line) =>
        DiagnosticRules.SyntaxInvalid.At($"'{field}' stands {where}.", line, "03", field.ToString());
}
