using Reconciliation.Pipeline.Ports;

namespace Reconciliation.Storage.Azure.Tables;

/// <summary>Lists by key: a page ends with a key, and the next begins after it.</summary>
internal static class Paging
{
    /// <summary>How many rows to read: one more than asked for tells whether there is a next page.</summary>
    public static int RowsFor(PageRequest page) =>
        page.Size is >= 1 and <= 1000
            ? page.Size + 1
            : throw new ArgumentOutOfRangeException(nameof(page), page.Size, "A page has 1 to 1,000 items.");

    /// <summary>The page of the rows read by <see cref="RowsFor"/>.</summary>
    public static Page<T> Of<TRow, T>(IReadOnlyList<TRow> rows, PageRequest page, Func<TRow, T> item, Func<TRow, string> key) => new(
        [.. rows.Take(page.Size).Select(item)], rows.Count > page.Size ? key(rows[page.Size - 1]) : null);
}
