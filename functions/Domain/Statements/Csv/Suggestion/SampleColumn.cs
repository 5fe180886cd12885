using System.Collections.Immutable;

namespace Reconciliation.Domain.Statements.Csv.Suggestion;

/// <summary>A column of a sample over its entries.</summary>
/// <param name="Title">Its cell in the header.</param>
/// <param name="Cells">Its cells in the rows that are entries, empty ones too.</param>
internal sealed record SampleColumn(string Title, ImmutableArray<string> Cells)
{
    /// <summary>The cells that are not empty.</summary>
    public ImmutableArray<string> Filled { get; } = [.. Cells.Where(cell => cell.Length > 0)];

    /// <summary>Every entry has something here.</summary>
    public bool IsFull => Filled.Length == Cells.Length;

    /// <summary>What is here are dates.</summary>
    public bool IsDates => Filled.Length > 0 && 10 * Filled.Count(CellShape.IsDate) >= 9 * Filled.Length;

    /// <summary>What is here are amounts.</summary>
    public bool IsFigures => Filled.Length > 0 && Filled.All(cell => CellShape.IsFigure(cell));

    /// <summary>Nothing but codes of currencies is here.</summary>
    public bool IsCurrencies => Filled.Length > 0 && Filled.All(HeaderWords.IsCurrency);

    /// <summary>Every entry has the same here.</summary>
    public bool IsConstant => IsFull && Filled.Distinct(StringComparer.Ordinal).Count() == 1;

    /// <summary>Neither dates nor amounts are here.</summary>
    public bool IsText => Filled.IsEmpty || (!IsDates && !IsFigures);

    /// <summary>How well the title speaks of something.</summary>
    public int Score(string what) => HeaderWords.Score(Title, what);

    /// <summary>The columns of a table; one whose title stands there twice has no name and is left out.</summary>
    public static ImmutableArray<SampleColumn> Of(SampleTable table, SampleHeader header) =>
    [
        .. Enumerable.Range(0, header.Cells.Length)
            .Where(place => header.Cells[place].Length > 0 && header.Cells.Count(cell => cell == header.Cells[place]) == 1)
            .Select(place => new SampleColumn(header.Cells[place], [.. table.Entries.Where(entry => entry > header.Place).Select(entry => table.Rows[entry][place])])),
    ];
}
