using Reconciliation.Pipeline.Ports;

namespace Reconciliation.Storage.Sqlite;

/// <summary>Lists by key: a page ends with a key, and the next begins after it.</summary>
internal static class Paging
{
    /// <summary>How many rows to read: one more than asked for tells whether there is a next page.</summary>
    public static int RowsFor(PageRequest page) =>
        page.Size is >= 1 and <= 1000
            ? page.Size + 1
            : throw new ArgumentOutOfRangeException(nameof(page), page.Size, "A page has 1 to 1,000 items.");

    /// <summary>The page of the rows read by <see cref="RowsFor"/>.</summary>
    public static Page<T> Of<TRow, T>(List<TRow> rows, PageRequest page, Func<TRow, T> item, Func<TRow, string> key)
    {
        var shown = rows.Take(page.Size).ToList();
        return new Page<T>([.. shown.Select(item)], rows.Count > page.Size ? key(shown[^1]) : null);
    }

    /// <summary>The two parts of a key written as <c>first second</c>; the given ones for a first page.</summary>
    public static (string First, string Second) Parts(string? continuation, string first, string second)
    {
        if (continuation is null)
            return (first, second);
        var blank = continuation.IndexOf(' ', StringComparison.Ordinal);
        return blank >= 0
            ? (continuation[..blank], continuation[(blank + 1)..])
            : throw new ArgumentException($"'{continuation}' continues no list.", nameof(continuation));
    }
}
