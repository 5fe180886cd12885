namespace Reconciliation.Domain.Statements.Swift;

/// <summary>A statement that was opened and is not yet closed.</summary>
/// <param name="opened">Its head, already yielded.</param>
/// <param name="header">The head of its first message.</param>
internal sealed class StatementDraft(StatementOpened opened, MessageHeader header)
{
    /// <summary>Its head, already yielded.</summary>
    public StatementOpened Opened { get; } = opened;

    /// <summary>The head of the message that its last page stands in.</summary>
    public MessageHeader Header { get; private set; } = header;

    /// <summary>The number of its last page.</summary>
    public PageNumber Page => Header.Page;

    /// <summary>How many entries it has so far.</summary>
    public int EntryCount { get; set; }

    /// <summary>The closing balance; null as long as none was read.</summary>
    public Balance? Closing { get; set; }

    /// <summary>The line of the closing balance; 0 as long as there is none.</summary>
    public int ClosingLine { get; set; }

    /// <summary>The closing balance is that of a page only (62M).</summary>
    public bool EndsWithPage { get; set; }

    /// <summary>Field 90C; null as long as none was read.</summary>
    public StatedTotal? Credits { get; set; }

    /// <summary>Field 90D; null as long as none was read.</summary>
    public StatedTotal? Debits { get; set; }

    /// <summary>A closing or available balance was seen: no entry may follow.</summary>
    public bool HasTail { get; set; }

    /// <summary>The last line seen of it.</summary>
    public int LastLine { get; set; }

    /// <summary>The account's currency.</summary>
    public Currency Currency => Opened.Currency;

    /// <summary>Goes on with the next page.</summary>
    public void Resume(MessageHeader header)
    {
        Header = header;
        Closing = null;
        ClosingLine = 0;
        EndsWithPage = false;
        HasTail = false;
    }

    /// <summary>Its end.</summary>
    public StatementClosed Close() => new() { Closing = Closing, Credits = Credits, Debits = Debits, Line = LastLine };
}
