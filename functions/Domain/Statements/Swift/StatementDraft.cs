namespace Reconciliation.Domain.Statements.Swift;

/// <summary>A statement that was opened and is not yet closed.</summary>
/// <param name="Opened">Its head, already yielded.</param>
internal sealed record StatementDraft(StatementOpened Opened)
{
    /// <summary>How many entries it has so far.</summary>
    public int EntryCount { get; set; }

    /// <summary>The closing balance; null as long as none was read.</summary>
    public Balance? Closing { get; set; }

    /// <summary>Field 90C; null as long as none was read.</summary>
    public StatedTotal? Credits { get; set; }

    /// <summary>Field 90D; null as long as none was read.</summary>
    public StatedTotal? Debits { get; set; }

    /// <summary>A closing or available balance was seen: no entry may follow.</summary>
    public bool HasTail { get; set; }

    /// <summary>The account's currency.</summary>
    public Currency Currency => Opened.Currency;

    /// <summary>Its end.</summary>
    public StatementClosed Close(int lastLine) =>
        new() { Closing = Closing, Credits = Credits, Debits = Debits, Line = lastLine };
}
