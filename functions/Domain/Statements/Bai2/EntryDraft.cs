using Reconciliation.Domain.Statements.Diagnostics;
using Reconciliation.Domain.Statements.Text;

namespace Reconciliation.Domain.Statements.Bai2;

/// <summary>
/// A record 16 with its continuations: type code, amount, funds, the bank's reference, the customer's reference, then
/// text, in which commas and slashes mean nothing. A continuation may begin at any field.
/// </summary>
internal sealed class EntryDraft(PartBuffer parts, Control control)
{
    private const int MostContinuations = 1000;

    private readonly DetailDraft _detail = new();
    private readonly Funds _funds = new();
    private readonly Vocabulary _words = new();
    private Place _place;
    private Currency _currency;
    private string _type = "";
    private bool? _isCredit;
    private long? _figure;
    private string? _bankReference;
    private string? _customerReference;
    private int _continuations;
    private int _line;

    private enum Place
    {
        Type,
        Amount,
        Funds,
        FundsField,
        BankReference,
        CustomerReference,
        Text,
    }

    /// <summary>Begins with the fields of a record 16.</summary>
    public void Begin(Bai2Record record, Currency currency)
    {
        _detail.Clear();
        _funds.Begin([]);
        _place = Place.Type;
        _currency = currency;
        _type = "";
        _isCredit = null;
        _figure = null;
        _bankReference = null;
        _customerReference = null;
        _line = record.Line;
        _continuations = 0;
        TakeFields(new FieldSequence(record.Content), record.Line);
    }

    /// <summary>Takes a record 88.</summary>
    public void Continue(Bai2Record record)
    {
        if (++_continuations > MostContinuations)
        {
            parts.AddOnce(DiagnosticRules.SyntaxInvalid, $"An entry has more than {MostContinuations} continuations; the rest was not read.", record.Line, "88");
            return;
        }

        if (_place != Place.Text && IsText(record.Content))
        {
            parts.Tolerate("Entries end before their text, which follows in a continuation.", record.Line, "88", record.Text);
            _place = Place.Text;
        }

        TakeFields(new FieldSequence(record.Content), record.Line);
    }

    /// <summary>The entry; null, with a finding, where it cannot be read.</summary>
    public StatementEntry? Build(int position, DateOnly? day)
    {
        if (AmountOf() is not { } amount)
            return null;
        if (day is not { } bookingDay)
        {
            parts.Add(DiagnosticRules.FieldMissing.At("Neither the group nor the file has a date; the entry was not read.", _line, "02 date"));
            return null;
        }

        if (TypeCodes.IsCheque(_type))
            _detail.Set(DetailField.ChequeNumber, _customerReference, "cheque");
        if (_funds.Text is { Length: > 0 } availability)
            _detail.AddOther("availability", availability);
        return new StatementEntry
        {
            Position = position,
            Line = _line,
            Amount = amount,
            BookingDate = new BookingDate(bookingDay),
            ValueDate = ValueDateOf(bookingDay),
            Status = _type == TypeCodes.NonMonetary ? EntryStatus.Information : EntryStatus.Booked,
            BankReference = _bankReference,
            EntryReference = _customerReference,
            Code = new BankTransactionCode(null, _type, null),
            Details = _detail.Build(),
        };
    }

    /// <summary>The continuation cannot be the next field: it is a sentence, or no funds type where one belongs.</summary>
    private bool IsText(ReadOnlySpan<char> content)
    {
        var first = new FieldSequence(content).Next();
        return _place switch
        {
            Place.Funds => !Funds.IsType(first),
            Place.BankReference or Place.CustomerReference => !content.Contains(',') && first.Contains(' '),
            _ => false,
        };
    }

    private void TakeFields(FieldSequence fields, int line)
    {
        while (_place != Place.Text && !fields.IsAtEnd)
            TakeField(fields.Next(), line);
        if (!fields.IsAtEnd)
            TextWords.Take(fields.Rest, _isCredit ?? true, _detail);
    }

    private void TakeField(ReadOnlySpan<char> field, int line)
    {
        switch (_place)
        {
            case Place.Type:
                _type = _words.Word(field);
                _isCredit = TypeCodes.IsCredit(field);
                _place = Place.Amount;
                break;
            case Place.Amount:
                TakeAmount(field, line);
                _place = Place.Funds;
                break;
            case Place.Funds:
                TakeFunds(field, line);
                break;
            case Place.FundsField:
                if (!_funds.Take(field))
                    parts.Add(DiagnosticRules.SyntaxInvalid.At($"'{field}' stands where a count of days belongs.", line, "16 funds", field.ToString()));
                _place = _funds.IsComplete ? Place.BankReference : Place.FundsField;
                break;
            case Place.BankReference:
                _bankReference = Reference(field);
                _place = Place.CustomerReference;
                break;
            default:
                _customerReference = Reference(field);
                _place = Place.Text;
                break;
        }
    }

    private void TakeAmount(ReadOnlySpan<char> field, int line)
    {
        if (field.IsEmpty && _type == TypeCodes.NonMonetary)
            _figure = 0;
        else if (field.IsEmpty)
            parts.Add(DiagnosticRules.FieldMissing.At("The entry has no amount; it was not read.", line, "16 amount"));
        else
            _figure = Figure.Read(field, _currency, parts, line, "16 amount");
        control.Add(_figure ?? 0);
    }

    private void TakeFunds(ReadOnlySpan<char> field, int line)
    {
        if (!Funds.IsType(field))
            parts.Add(DiagnosticRules.SyntaxInvalid.At($"'{field}' stands where a funds type belongs.", line, "16 funds", field.ToString()));
        _funds.Begin(Funds.IsType(field) ? field : []);
        _place = _funds.IsComplete ? Place.BankReference : Place.FundsField;
    }

    private Money? AmountOf()
    {
        if (_place <= Place.Amount)
            parts.Add(DiagnosticRules.FieldMissing.At("The entry ends before its amount; it was not read.", _line, "16"));
        if (_figure is not { } figure)
            return null;
        var isCredit = _type == TypeCodes.NonMonetary ? true : _isCredit;
        if (isCredit is null)
        {
            parts.Add(DiagnosticRules.DirectionUnknown.At(
                $"The type code '{_type}' is of neither credits nor debits; the entry of {new Money(figure, _currency)} was not read.", _line, "16 type code", _type));
            return null;
        }

        if (figure < 0)
            parts.Add(DiagnosticRules.AmountInvalid.At(
                $"The amount has a sign of its own beside the type code {_type}; it was read as the contrary of that code.", _line, "16 amount", $"{figure}"));
        return new Money(isCredit.Value ? figure : -figure, _currency);
    }

    private ValueDate? ValueDateOf(DateOnly bookingDay)
    {
        if (_funds.Day is not { } date)
            return _funds.IsImmediate ? new ValueDate(bookingDay) : null;
        if (!date.Exists)
            parts.Add(DiagnosticRules.DateInvalid.At("The value date is not in the calendar.", _line, "16 value date"));
        return date.Day is { } day ? new ValueDate(day) : null;
    }

    private static string? Reference(ReadOnlySpan<char> field) =>
        field.ContainsAnyExcept('0') && !Placeholder.Is(field) ? field.ToString() : null;
}
