using System.Collections.Immutable;
using Reconciliation.Benchmarks.Measure.Camt;

namespace Reconciliation.Benchmarks.Intake;

/// <summary>
/// Measures the ways of a file into the ledger, turn by turn, so that a noisy machine disturbs all of them: into a new
/// ledger, again with nothing new in it, and another file into the ledger that holds the first.
/// </summary>
internal static class IntakeMeasurement
{
    public static async Task<ImmutableArray<IntakeFigures>> RunAsync(int entries, int rounds, ulong seed)
    {
        var folder = Directory.CreateTempSubdirectory("reconcile-measure-").FullName;
        try
        {
            var files = new Files(Write(folder, "first", entries, seed), Write(folder, "again", entries, seed), Write(folder, "second", entries, seed + 1));
            // The same statement in other bytes: another file, of which every entry is known.
            await File.AppendAllTextAsync(files.Again, "\n");
            var turns = new List<ImmutableArray<IntakeFigures>>();
            for (var round = 0; round <= rounds; round++)
                turns.Add(await RoundAsync(folder, files, entries));
            // The first turn warms up.
            return [.. Enumerable.Range(0, turns[0].Length).Select(row => IntakeFigures.Median([.. turns.Skip(1).Select(turn => turn[row])]))];
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<ImmutableArray<IntakeFigures>> RoundAsync(string folder, Files files, int entries)
    {
        var data = Path.Combine(folder, "data");
        Directory.CreateDirectory(data);
        ImmutableArray<IntakeFigures> taken;
        await using (var ledger = new EmbeddedLedger(data))
        {
            taken =
            [
                await ledger.TakeInAsync("into a new ledger", files.First, entries),
                await ledger.TakeInAsync("again, every entry known", files.Again, entries),
                await ledger.TakeInAsync("into one with as many", files.Second, entries),
            ];
        }

        return [await BareInserts.RunAsync(folder, taken[0]), .. taken];
    }

    private static string Write(string folder, string name, int entries, ulong seed)
    {
        var path = Path.Combine(folder, name);
        using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1 << 16);
        LargeStatement.Write(file, entries, seed, isIndented: false);
        return path;
    }

    private sealed record Files(string First, string Again, string Second);
}
