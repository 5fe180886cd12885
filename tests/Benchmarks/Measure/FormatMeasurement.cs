using System.Diagnostics;
using Reconciliation.Domain.Statements;
using Reconciliation.Domain.Statements.Diagnostics;

namespace Reconciliation.Benchmarks.Measure;

/// <summary>Measures a reader on one file against the limit of its format, turn by turn, so that a noisy machine disturbs both.</summary>
internal static class FormatMeasurement
{
    private const int SampleEvery = 2000;

    /// <summary>Writes a file to the temporary folder, measures on it, and removes it.</summary>
    public static FormatFigures Run(MeasuredFormat format, int entries, int rounds, ulong seed)
    {
        var path = Path.Combine(Path.GetTempPath(), $"reconcile-measure-{Guid.NewGuid():N}");
        try
        {
            using (var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1 << 16))
                format.Write(file, entries, seed);
            var memory = MemoryAboveFloor(format, path, entries);
            var times = Enumerable.Range(0, rounds + 1).Select(_ => Round(format, path, entries)).Skip(1).ToArray();
            return new FormatFigures(
                entries,
                new FileInfo(path).Length,
                Median(times, t => t.Limit),
                Median(times, t => t.Reading),
                Median(times, t => t.Limit / t.Reading),
                memory);
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static (TimeSpan Limit, TimeSpan Reading) Round(MeasuredFormat format, string path, int entries)
    {
        var limit = Time(path, format.RunLimit);
        var reading = Time(path, file => Expect(entries, format.Reader.Read(file).Count(part => part is StatementEntry)));
        return (limit, reading);
    }

    private static TimeSpan Time(string path, Action<Stream> work)
    {
        using var file = Open(path);
        var start = Stopwatch.GetTimestamp();
        work(file);
        return Stopwatch.GetElapsedTime(start);
    }

    // The whole way of a file: recognised, read and checked; nothing of it may be wrong.
    private static long MemoryAboveFloor(MeasuredFormat format, string path, int entries)
    {
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        var floor = Environment.WorkingSet;
        var most = floor;
        var read = 0;
        using var file = Open(path);
        foreach (var part in StatementFiles.Read(file, [format.Reader]))
        {
            if (part is Diagnostic diagnostic)
                throw new InvalidOperationException($"The generated {format.Name} file is not right: {diagnostic.Message}");
            if (part is StatementEntry && ++read % SampleEvery == 0)
                most = Math.Max(most, Environment.WorkingSet);
        }

        Expect(entries, read);
        return most - floor;
    }

    private static void Expect(int entries, int read)
    {
        if (read != entries)
            throw new InvalidOperationException($"{read} of {entries} entries were read.");
    }

    private static FileStream Open(string path) => new(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 1, FileOptions.SequentialScan);

    private static T Median<TItem, T>(IEnumerable<TItem> items, Func<TItem, T> figure)
    {
        var ordered = items.Select(figure).Order().ToArray();
        return ordered[ordered.Length / 2];
    }
}
