using Reconciliation.Domain.Statements.Diagnostics;
using Reconciliation.Domain.Statements.Text;

namespace Reconciliation.Domain.Statements.Cfonb;

/// <summary>A record 04 that was read and still takes its records 05.</summary>
internal sealed class MovementDraft
{
    private readonly PartBuffer _parts;
    private readonly DetailDraft _detail = new();
    private readonly Complements _complements;
    private readonly Vocabulary _words = new();
    private Money _amount;
    private BookingDate _bookingDate;
    private ValueDate? _valueDate;
    private BankTransactionCode _code;
    private string? _entryNumber;
    private string? _reference;
    private string? _label;
    private bool _isReturn;
    private int _line;

    public MovementDraft(PartBuffer parts)
    {
        _parts = parts;
        _complements = new Complements(_detail, parts);
    }

    /// <summary>A movement was begun and not yet built.</summary>
    public bool IsPending { get; private set; }

    /// <summary>Reads a record 04; without a movement, and with a finding, where it cannot be read.</summary>
    public void Begin(Record record, Currency currency, DateOnly? statementDay)
    {
        _detail.Clear();
        _complements.Clear();
        IsPending = false;
        if (SignedAmount.Read(record, currency, _parts) is not { } amount || !ReadDates(record, statementDay))
            return;
        IsPending = true;
        _line = record.Line;
        _amount = amount;
        _isReturn = CodesOperation.IsReturn(record.Operation);
        _code = new BankTransactionCode(null, Word(record.InternalOperation), Word(record.Operation));
        _label = Word(record.Label);
        _reference = Text(record.Reference);
        _entryNumber = record.EntryNumber.ContainsAnyExcept('0', ' ') ? Text(record.EntryNumber) : null;
        TakeMarks(record);
    }

    /// <summary>Adds a record 05.</summary>
    public void Add(Record record) => _complements.Take(record, _amount.Currency);

    /// <summary>The entry; the draft is then free for the next movement.</summary>
    public StatementEntry Build(int position)
    {
        IsPending = false;
        _complements.Complete(isCredit: !_amount.IsNegative, _isReturn);
        return new StatementEntry
        {
            Position = position,
            Line = _line,
            Amount = _amount,
            BookingDate = _bookingDate,
            ValueDate = _valueDate,
            BankReference = _reference,
            EntryReference = _entryNumber,
            Code = _code,
            Charges = _complements.Charges,
            BankText = _label,
            Details = _detail.Build(),
        };
    }

    private void TakeMarks(Record record)
    {
        if (CodesOperation.IsCheque(record.Operation))
            _detail.Set(DetailField.ChequeNumber, _entryNumber, "cheque");
        if (record.ReturnMotive.ContainsAnyExcept('0', ' '))
        {
            if (_isReturn)
                _detail.Set(DetailField.ReturnReason, record.ReturnMotive, "motif");
            else
                _detail.AddOther("motif", record.ReturnMotive);
        }

        if (record.Exemption == '1')
            _detail.AddOther("exoneration", "1");
        if (record.Unavailability == '1')
            _detail.AddOther("indisponibilite", "1");
    }

    private bool ReadDates(Record record, DateOnly? statementDay)
    {
        var value = ShortDate.OfDayMonthYear(record.ValueDate);
        if (!record.ValueDate.ContainsAnyExcept('0', ' '))
            _parts.Tolerate("A movement has no value date.", record.Line, "43-48");
        else if (!value.Exists)
            _parts.Add(DiagnosticRules.DateInvalid.At("The value date is not in the calendar.", record.Line, "43-48", record.ValueDate.ToString()));
        _valueDate = value.Day is { } valueDay ? new ValueDate(valueDay) : null;

        var booking = ShortDate.OfDayMonthYear(record.Date);
        var day = booking.Day ?? value.Day ?? statementDay;
        if (!booking.Exists)
            _parts.Add((day is null ? DiagnosticRules.FieldMissing : DiagnosticRules.DateInvalid).At(
                day is null ? "Neither the movement nor the statement has a date; the movement was not read." : "The booking date is not in the calendar; the nearest one was taken.",
                record.Line, "35-40", record.Date.ToString()));
        _bookingDate = new BookingDate(day ?? default);
        return day is not null;
    }

    /// <summary>As <see cref="Text"/>, of what recurs from movement to movement.</summary>
    private string? Word(ReadOnlySpan<char> text)
    {
        text = Record.Unfilled(text).Trim();
        return text.IsEmpty ? null : _words.Word(text);
    }

    private static string? Text(ReadOnlySpan<char> text)
    {
        text = text.Trim();
        return text.IsEmpty ? null : text.ToString();
    }
}
