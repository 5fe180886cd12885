namespace Reconciliation.Domain.Statements.Swift;

/// <summary>What a message says before its first balance or entry.</summary>
internal sealed class MessageHeader
{
    private string? _reference;
    private Currency _accountCurrency;
    private Currency _floorLimitCurrency;
    private StatementFormat? _envelopeFormat;
    private bool _isInterim;

    /// <summary>The message's first line in the file, from 1; 0 where nothing of a message was seen.</summary>
    public int Line { get; private set; }

    /// <summary>A text block was opened, so that the message ends with <c>-}</c>.</summary>
    public bool HasTextBlock { get; private set; }

    /// <summary>A field of a statement was seen, not only an envelope.</summary>
    public bool HasFields { get; private set; }

    /// <summary>Field 20 was seen: another one begins another message.</summary>
    public bool HasReference => _reference is not null;

    /// <summary>Field 25.</summary>
    public BankAccountId Account { get; private set; }

    /// <summary>Field 28C as written; null where there is none.</summary>
    public string? Number { get; private set; }

    /// <summary>The line of field 28C; 0 where there is none.</summary>
    public int NumberLine { get; private set; }

    /// <summary>Field 28C in its parts.</summary>
    public PageNumber Page => PageNumber.Of(Number);

    /// <summary>Something says whose statement this is, or which.</summary>
    public bool NamesStatement => Account != default || Number is not null || _isInterim;

    /// <summary>The currency that the head itself names; <c>default</c> for none.</summary>
    public Currency Currency => _floorLimitCurrency == default ? _accountCurrency : _floorLimitCurrency;

    /// <summary>Takes a field of the head.</summary>
    public void Take(FieldTag tag, ReadOnlySpan<char> text, int line)
    {
        Line = Line == 0 ? line : Line;
        HasFields |= tag != FieldTag.Block;
        switch (tag)
        {
            case FieldTag.Block:
                TakeBlock(text);
                break;
            case FieldTag.Reference:
                _reference = FirstLine(text);
                break;
            case FieldTag.Account:
                Account = AccountField.Read(text, out _accountCurrency);
                break;
            case FieldTag.StatementNumber:
                // A number over two lines is one number.
                Number = text.Trim().ToString().Replace("\n", "", StringComparison.Ordinal) is { Length: > 0 } number ? number : null;
                NumberLine = line;
                break;
            case FieldTag.DateTime:
                _isInterim = true;
                break;
            case FieldTag.FloorLimit:
                _isInterim = true;
                Currency.TryOf(text.Trim() is { Length: >= 3 } limit ? limit[..3].ToString() : null, out _floorLimitCurrency);
                break;
        }
    }

    /// <summary>The last page of the statement stands in this very message.</summary>
    public bool IsOf(StatementDraft statement) => ReferenceEquals(statement.Header, this);

    /// <summary>The head of the statement.</summary>
    /// <param name="opening">The opening balance; null where the message states none.</param>
    /// <param name="currency">The account's currency.</param>
    /// <param name="line">The line of the field that opens it, for a message without a head.</param>
    /// <param name="isReport">
    /// False where a balance opens it, which only a statement has; true where a total does; null where an entry does.
    /// </param>
    public StatementOpened Open(Balance? opening, Currency currency, int line, bool? isReport)
    {
        var isInterim = isReport != false && (_envelopeFormat is { } format ? format == StatementFormat.Mt942 : isReport ?? _isInterim);
        return new StatementOpened
        {
            Format = isInterim ? StatementFormat.Mt942 : StatementFormat.Mt940,
            Kind = isInterim ? StatementKind.Intraday : StatementKind.EndOfDay,
            Account = Account,
            Currency = currency,
            Number = Number,
            Id = _reference is { Length: > 0 } ? _reference : null,
            Opening = opening,
            Line = Line == 0 ? line : Line,
        };
    }

    private void TakeBlock(ReadOnlySpan<char> text)
    {
        HasTextBlock |= EnvelopeText.HasTextBlock(text);
        _envelopeFormat = EnvelopeText.MessageType(text) switch
        {
            "940" => StatementFormat.Mt940,
            "942" => StatementFormat.Mt942,
            _ => _envelopeFormat,
        };
    }

    private static string FirstLine(ReadOnlySpan<char> text)
    {
        var lineEnd = text.IndexOf('\n');
        return (lineEnd < 0 ? text : text[..lineEnd]).Trim().ToString();
    }
}
