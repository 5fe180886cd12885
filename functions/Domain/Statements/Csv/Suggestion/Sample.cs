using System.Collections.Immutable;

namespace Reconciliation.Domain.Statements.Csv.Suggestion;

/// <summary>What is looked at: the table, its header and its columns.</summary>
internal sealed record Sample(SampleTable Table, SampleHeader Header, ImmutableArray<SampleColumn> Columns)
{
    /// <summary>The filled cells of some columns over the entries; a column that is null has none.</summary>
    public ImmutableArray<string> Cells(params ReadOnlySpan<string?> titles)
    {
        var cells = ImmutableArray.CreateBuilder<string>();
        foreach (var title in titles)
            cells.AddRange(Column(title)?.Filled ?? []);
        return cells.ToImmutable();
    }

    /// <summary>A column by its title; null for null.</summary>
    public SampleColumn? Column(string? title) => Columns.FirstOrDefault(column => column.Title == title);
}
