using System.Collections.Immutable;
using Reconciliation.Benchmarks.Measure;

namespace Reconciliation.Benchmarks.Intake;

/// <summary>
/// <c>measure intake [--entries N,N] [--rounds N] [--seed N]</c>: takes made-up camt.053 files in as the embedded host does,
/// and prints a table beside bare INSERTs of as many rows.
/// </summary>
internal static class IntakeCommand
{
    public const string Usage = $"measure intake {MeasureOptions.Usage}   takes made-up files into SQLite, against bare INSERTs";

    /// <summary>False where the words are not understood.</summary>
    public static async Task<bool> TryRunAsync(string[] words, TextWriter output)
    {
        if (MeasureOptions.Of(words) is not { } options)
            return false;
        IntakeTable.WriteHead(output);
        var first = ImmutableArray<IntakeFigures>.Empty;
        foreach (var entries in options.Sizes)
        {
            var rows = await IntakeMeasurement.RunAsync(entries, options.Rounds, options.Seed);
            if (first.IsEmpty)
                first = rows;
            foreach (var (row, start) in rows.Zip(first))
                IntakeTable.WriteRow(output, row, start);
        }

        return true;
    }
}
