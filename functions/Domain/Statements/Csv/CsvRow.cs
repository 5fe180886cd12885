using System.Collections.Immutable;

namespace Reconciliation.Domain.Statements.Csv;

/// <summary>A row of a file.</summary>
/// <param name="Line">The line on which it begins, from 1.</param>
/// <param name="Cells">Its cells without blanks around them; Excel's <c>="..."</c> around a text is taken off.</param>
/// <param name="Fault">What is wrong with its quotes; null where nothing is.</param>
internal sealed record CsvRow(int Line, ImmutableArray<string> Cells, string? Fault)
{
    /// <summary>Whether nothing stands in it.</summary>
    public bool IsEmpty => Cells.All(cell => cell.Length == 0);

    /// <summary>The cell of a column; empty where the row is shorter or the column is -1, none.</summary>
    public string this[int column] => column >= 0 && column < Cells.Length ? Cells[column] : "";
}
