namespace Reconciliation.Benchmarks.Matching.Scores;

/// <summary>What work took.</summary>
/// <param name="Time">Time of the processors, which a busy machine disturbs less than the clock on the wall.</param>
/// <param name="PeakBytes">The most memory above what the process held before.</param>
internal readonly record struct Cost(TimeSpan Time, long PeakBytes)
{
    private static readonly TimeSpan Every = TimeSpan.FromMilliseconds(20);

    /// <summary>Measures work; the memory is sampled while it runs.</summary>
    public static (T Result, Cost Cost) Of<T>(Func<T> work)
    {
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        var floor = Environment.WorkingSet;
        var most = floor;
        using var sampling = new Timer(_ => most = Math.Max(most, Environment.WorkingSet), null, Every, Every);
        var start = Environment.CpuUsage.TotalTime;
        var result = work();
        var time = Environment.CpuUsage.TotalTime - start;
        return (result, new Cost(time, Math.Max(most, Environment.WorkingSet) - floor));
    }
}
