using Reconciliation.Domain.Statements.Diagnostics;
using Reconciliation.Domain.Statements.Swift.Information;
using Reconciliation.Domain.Statements.Text;

namespace Reconciliation.Domain.Statements.Swift;

/// <summary>A field 61 that was read and still takes its fields 86.</summary>
internal sealed class EntryDraft
{
    // SWIFT allows 16 characters; what banks put behind padding is not part of the reference.
    private const int LongestReference = 16;

    private readonly PartBuffer _parts;
    private readonly Vocabulary _words = new();
    private readonly DetailDraft _detail;
    private readonly InformationReader _information = new();
    private Money _amount;
    private EntryDates _dates;
    private EntryStatus _status;
    private bool _isReversal;
    private string? _type;
    private string? _entryReference;
    private string? _bankReference;
    private string? _supplementary;
    private Money? _charges;
    private int _line;

    /// <summary>No entry yet.</summary>
    /// <param name="parts">Where findings go.</param>
    public EntryDraft(PartBuffer parts)
    {
        _parts = parts;
        _detail = new DetailDraft(_words);
    }

    /// <summary>An entry was begun and not yet built.</summary>
    public bool IsPending { get; private set; }

    /// <summary>The pending entry has had a field 86.</summary>
    public bool HasInformation { get; private set; }

    /// <summary>Reads field 61; without an entry, and with a finding, where it cannot be read.</summary>
    public void Begin(ReadOnlySpan<char> text, int line, Currency currency, DateOnly? statementDay)
    {
        IsPending = HasInformation = false;
        _detail.Clear();
        if (!EntryField.TryRead(text, out var field, out var missing))
        {
            _parts.Add(DiagnosticRules.SyntaxInvalid.At($"The statement line has no {missing}; the entry was not read.", line, "61", text.ToString()));
            return;
        }

        if (AmountField.Read(field.Amount, currency, _parts, line, "61") is not { } amount ||
            EntryDates.Read(field, statementDay, _parts, line) is not { } dates)
            return;
        IsPending = true;
        _line = line;
        _dates = dates;
        // RC takes a credit back: money out. RD gives a debit back: money in.
        _amount = field.Mark is "C" or "RD" or "EC" ? amount : -amount;
        _isReversal = field.Mark[0] == 'R';
        _status = field.Mark[0] == 'E' ? EntryStatus.Pending : EntryStatus.Booked;
        _type = IsGiven(field.Type) ? _words.Word(field.Type) : null;
        _bankReference = Text(field.BankReference);
        TakeOwnerReference(field.OwnerReference);
        TakeSupplementary(field.Supplementary, currency);
    }

    /// <summary>Adds a field 86; an entry may have several.</summary>
    public void AddInformation(JoinedText text)
    {
        HasInformation = true;
        // A reversal has the parties of the entry that it undoes.
        _information.Read(text, counterpartyPays: !_amount.IsNegative != _isReversal, _detail);
    }

    /// <summary>Adds a field that only this bank knows.</summary>
    public void AddPrivate(ReadOnlySpan<char> text)
    {
        foreach (var line in text.Split('\n'))
            _detail.AddOther("NS", text[line]);
    }

    /// <summary>The entry; the draft is then free for the next.</summary>
    public StatementEntry Build(int position)
    {
        IsPending = false;
        if (_supplementary is not null)
            _detail.Set(DetailField.BankText, _supplementary, "supplementary");
        var code = _detail[DetailField.BankCode];
        if (code is not null && _type is not null)
            _detail.AddOther("type", _type);
        return new StatementEntry
        {
            Position = position,
            Line = _line,
            Amount = _amount,
            BookingDate = _dates.Booking,
            ValueDate = _dates.Value,
            Status = _status,
            IsReversal = _isReversal,
            BankReference = _bankReference,
            EntryReference = _entryReference,
            Code = new BankTransactionCode(null, code ?? _type, null),
            Charges = _charges,
            BankText = _detail[DetailField.BankText],
            Details = _detail.Build(),
        };
    }

    private void TakeOwnerReference(ReadOnlySpan<char> reference)
    {
        _entryReference = null;
        var padding = reference.Length > LongestReference ? reference.IndexOf("  ") : -1;
        _supplementary = padding < 0 ? null : Text(reference[padding..]);
        reference = padding < 0 ? reference : reference[..padding];
        // SNS and ASN put the counter account here.
        if (reference.Length > LongestReference && Iban.TryParse(reference, out _))
            _detail.SetAccount(reference, "account");
        else if (!IsPointer(reference))
            _entryReference = Text(reference);
        if (_type is "NCHK")
            _detail.Set(DetailField.ChequeNumber, reference, "cheque");
    }

    private void TakeSupplementary(ReadOnlySpan<char> text, Currency currency)
    {
        _charges = null;
        if (text.IsWhiteSpace())
            return;
        _charges = SupplementaryLine.Read(text, currency, _detail, out var rest);
        if (!rest.IsEmpty)
            _supplementary = $"{_supplementary} {rest}".Replace('\n', ' ').TrimStart();
    }

    /// <summary>The reference stands in field 86 under this word.</summary>
    private static bool IsPointer(ReadOnlySpan<char> reference) =>
        reference.TrimEnd('+') is "EREF" or "KREF" or "PREF" or "MARF" or "MREF";

    private static string? Text(ReadOnlySpan<char> text)
    {
        text = text.Trim();
        return IsGiven(text) ? text.ToString() : null;
    }

    private static bool IsGiven(ReadOnlySpan<char> text) => !text.IsEmpty && !Placeholder.Is(text);
}
