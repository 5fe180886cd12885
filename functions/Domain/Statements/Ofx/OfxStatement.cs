using Reconciliation.Domain.Statements.Diagnostics;
using Reconciliation.Domain.Statements.Text;

namespace Reconciliation.Domain.Statements.Ofx;

/// <summary>
/// One STMTRS, CCSTMTRS or INVSTMTRS while it is read. OFX states the balance after the last entry and none before the
/// first (section 11.4.2), so the statement has a closing balance only.
/// </summary>
internal sealed class OfxStatement(string kind, int line, DateOnly? serverDay, PartBuffer parts)
{
    private readonly OfxAccount _account = new();
    private readonly List<Diagnostic> _findings = [];
    private OfxEntryReading? _reading;
    private OfxField? _currency;
    private OfxField? _balance;
    private OfxField? _balanceDay;
    private DateOnly? _start;
    private DateOnly? _end;
    private DateOnly? _lastDay;
    private int _position;
    private int _securityTransactions;
    private StatementOpened? _opened;

    /// <summary>Takes an element that stands in one of the statement's own aggregates.</summary>
    public void Set(string parent, string name, string value, int at)
    {
        if (value.Length == 0)
            return;
        switch (parent, name)
        {
            case ("BANKACCTFROM" or "CCACCTFROM" or "INVACCTFROM", _):
                _account.Set(name, value);
                break;
            case ("STMTRS" or "CCSTMTRS" or "INVSTMTRS", "CURDEF"):
                _currency ??= new OfxField(name, value, at);
                break;
            case ("BANKTRANLIST" or "INVTRANLIST", "DTSTART") when OfxDate.TryRead(value, out var start):
                _start ??= start;
                break;
            case ("BANKTRANLIST" or "INVTRANLIST", "DTEND") when OfxDate.TryRead(value, out var end):
                _end = end;
                break;
            case ("LEDGERBAL", "BALAMT"):
                _balance ??= new OfxField(name, value, at);
                break;
            case ("LEDGERBAL", "DTASOF"):
                _balanceDay ??= new OfxField(name, value, at);
                break;
        }
    }

    /// <summary>Counts a purchase or sale of securities, which is not read.</summary>
    public void PassSecurityTransaction() => _securityTransactions++;

    /// <summary>Adds an entry, with the statement's head before the first.</summary>
    public void Add(OfxEntry entry)
    {
        Open(entry);
        var reading = _reading ??= new OfxEntryReading(entry, Currency, _findings);
        if (reading.Day(_end ?? _start ?? _lastDay ?? serverDay) is { } day)
        {
            _lastDay = day;
            parts.Add(reading.At(++_position, day));
        }

        GiveFindings();
    }

    /// <summary>Ends the statement.</summary>
    public void Close(int at)
    {
        Open(null);
        if (_securityTransactions > 0)
            parts.Add(DiagnosticRules.FieldUnknown.At(
                $"{_securityTransactions} transaction(s) in securities (INVTRAN) are not read; cash entries are.", line, "INVTRANLIST"));
        var closing = Closing();
        GiveFindings();
        parts.Add(new StatementClosed { Closing = closing, Line = at });
    }

    private Currency Currency => _opened?.Currency ?? default;

    private void Open(OfxEntry? first)
    {
        if (_opened is not null)
            return;
        // A bank that leaves the account's currency out may still state it with the entry.
        var stated = _currency?.Value ?? first?.Value(OfxElement.CurrencySymbol);
        var isKnown = Reconciliation.Domain.Currency.TryOf(stated, out var currency);
        _opened = new StatementOpened
        {
            Format = StatementFormat.Ofx,
            Kind = StatementKind.EndOfDay,
            Account = _account.Designation is { } designation ? BankAccountId.FromText(designation) : default,
            Currency = currency,
            Line = line,
        };
        parts.Add(_opened);
        if (_account.RightKey is { } key)
            parts.Add(DiagnosticRules.AccountCheckDigits.At(
                $"The account's clé RIB is given as {_account.AccountKey}; of this bank, guichet and account it is {key}.", line, "ACCTKEY", _account.AccountKey));
        if (_currency is null)
            parts.Add(DiagnosticRules.CurrencyUnknown.At(
                $"{kind} has no CURDEF{(isKnown ? $"; its first entry is in {currency}" : "")}.", line, "CURDEF"));
        else if (!isKnown)
            parts.Add(DiagnosticRules.CurrencyUnknown.At($"CURDEF holds '{stated}'.", _currency.Value.Line, "CURDEF", stated));
    }

    private void GiveFindings()
    {
        foreach (var finding in _findings)
            parts.Add(finding);
        _findings.Clear();
    }

    private Balance? Closing()
    {
        if (_balance is not { } balance)
        {
            // An investment statement has no ledger balance by design.
            if (kind != "INVSTMTRS")
                _findings.Add(DiagnosticRules.BalanceMissing.At($"{kind} has no balance in LEDGERBAL.", line, "LEDGERBAL"));
            return null;
        }

        if (Currency == default)
            return null;
        var reading = OfxAmount.Read(balance.Value, Currency, out var amount);
        if (AmountFindings.Of(reading, amount, "BALAMT", balance.Value, balance.Line) is { } finding)
            _findings.Add(finding);
        return reading is AmountReading.Exact or AmountReading.OverPrecise ? new Balance(amount, BalanceDay()) : null;
    }

    private DateOnly? BalanceDay()
    {
        if (_balanceDay is not { } field)
            return null;
        if (OfxDate.TryRead(field.Value, out var day))
            return day;
        _findings.Add(OfxDate.IsNone(field.Value)
            ? DiagnosticRules.FormatTolerated.At("DTASOF holds zeros: the balance has no date.", field.Line, "DTASOF", field.Value)
            : DiagnosticRules.DateInvalid.At(
                $"DTASOF holds '{field.Value}', which is no date; the balance has none.", field.Line, "DTASOF", field.Value));
        return null;
    }
}
