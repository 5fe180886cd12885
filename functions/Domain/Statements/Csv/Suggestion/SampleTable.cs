using System.Collections.Immutable;
using System.Text;

namespace Reconciliation.Domain.Statements.Csv.Suggestion;

/// <summary>A sample of a file as a table: its rows by the likeliest separator, and which of them are entries.</summary>
internal sealed class SampleTable
{
    private static readonly ImmutableArray<char> Separators = [';', ',', '\t', '|'];

    private SampleTable(char separator, ImmutableArray<CsvRow> rows)
    {
        Separator = separator;
        Rows = rows;
        Entries = [.. Enumerable.Range(0, rows.Length).Where(i => IsEntry(rows[i]))];
    }

    /// <summary>The character between cells.</summary>
    public char Separator { get; }

    /// <summary>The rows of the sample.</summary>
    public ImmutableArray<CsvRow> Rows { get; }

    /// <summary>The places of the rows that have a date and an amount.</summary>
    public ImmutableArray<int> Entries { get; }

    /// <summary>How many of the other separators give a table too.</summary>
    public int Rivals { get; private init; }

    /// <summary>The table of a text: the separator that gives the most entries, and of those the most cells.</summary>
    public static SampleTable Of(string text, bool isWhole)
    {
        var tables = Separators.Select(separator => Table(text, separator, isWhole)).ToList();
        var best = tables.OrderByDescending(table => table.Entries.Length).ThenByDescending(table => table.Width()).First();
        return new SampleTable(best.Separator, best.Rows) { Rivals = tables.Count(table => table.Entries.Length > 0) - 1 };
    }

    private static SampleTable Table(string text, char separator, bool isWhole)
    {
        using var bytes = new MemoryStream(Encoding.UTF8.GetBytes(text));
        var rows = CsvRows.Of(bytes, separator).ToImmutableArray();
        // The last row of a part of a file is a part of a row.
        return new SampleTable(separator, isWhole || rows.IsEmpty ? rows : rows[..^1]);
    }

    private int Width() => Entries.Sum(entry => Rows[entry].Cells.Length);

    private static bool IsEntry(CsvRow row) =>
        row.Cells.Length >= 3 && row.Cells.Any(CellShape.IsDate) && row.Cells.Any(cell => CellShape.IsFigure(cell) && !CellShape.IsDate(cell));
}
