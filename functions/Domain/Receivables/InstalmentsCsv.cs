using System.Collections.Immutable;
using static Reconciliation.Domain.Receivables.CsvColumn;

namespace Reconciliation.Domain.Receivables;

/// <summary>
/// Reads the terms (échéances) of receivables from CSV, in the notation of <see cref="ReceivablesCsv"/>.
/// <c>IMPORTS.md</c> beside this file describes each column.
/// </summary>
public static class InstalmentsCsv
{
    /// <summary>The columns.</summary>
    public static ImmutableArray<CsvColumn> Columns { get; } =
        [Required("receivable"), Required("sequence"), Required("due_date"), Required("amount")];

    /// <summary>Reads a file to its end; the stream stays open. What the bytes say never throws.</summary>
    public static InstalmentsFile Read(Stream file)
    {
        var table = new CsvTable(Columns);
        var places = new LineIndex<(string, int)>();
        var rows = new List<InstalmentRow>();
        var incomplete = ImmutableHashSet.CreateBuilder<string>(StringComparer.Ordinal);
        foreach (var line in table.Read(file))
        {
            var row = Row(line);
            if (row is not null)
            {
                rows.Add(row);
                places.Add(Place(row), row.Line);
            }
            else if (line.Text("receivable") is { } number)
            {
                incomplete.Add(number);
            }
        }

        foreach (var ((number, sequence), line, other) in places.Repeated)
        {
            incomplete.Add(number);
            table.Faults.Add(ImportRules.InstalmentUsedTwice.At(
                line, "sequence", $"Term {sequence} of {number} also stands in line {other}.", $"{sequence}"));
        }

        rows.RemoveAll(row => places.IsRepeated(Place(row)));
        return new InstalmentsFile([.. rows], [.. table.Faults.OrderBy(fault => fault.Line)], incomplete.ToImmutable());
    }

    private static InstalmentRow? Row(CsvLine line)
    {
        var sequence = line.Ordinal("sequence");
        var due = line.Date("due_date");
        line.Amount("amount", currency: null);
        return line.HasFault || sequence is not { } number || due is not { } day
            ? null
            : new InstalmentRow(line.Line, line.Text("receivable") ?? "", number, day, line.Text("amount") ?? "");
    }

    private static (string, int) Place(InstalmentRow row) => (row.Receivable, row.Sequence);
}
