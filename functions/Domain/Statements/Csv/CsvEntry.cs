namespace Reconciliation.Domain.Statements.Csv;

/// <summary>An entry on its way to its statement.</summary>
/// <param name="Entry">The entry; its position is its own only if it was known when it was read.</param>
/// <param name="Account">The account whose statement it belongs to; empty where the file names none.</param>
/// <param name="Balance">The balance after it; null where the row states none.</param>
/// <param name="LastLine">The line of its last row, from 1.</param>
internal readonly record struct CsvEntry(StatementEntry Entry, BankAccountId Account, Money? Balance, int LastLine)
{
    /// <summary>The currency of its statement.</summary>
    public Currency Currency => Entry.Amount.Currency;

    /// <summary>The same entry with the text of a row that continues it.</summary>
    public CsvEntry ContinuedBy(CsvRow row)
    {
        var detail = Entry.Details[0];
        var text = string.Join(' ', row.Cells.Where(cell => cell.Length > 0));
        return this with
        {
            LastLine = row.Line,
            Entry = Entry with { Details = [detail with { Remittance = [.. detail.Remittance, text] }] },
        };
    }
}
