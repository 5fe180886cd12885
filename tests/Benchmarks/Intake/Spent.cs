using System.Diagnostics;

namespace Reconciliation.Benchmarks.Intake;

/// <summary>Time, processor time and memory of a piece of work.</summary>
/// <param name="Time">On the wall.</param>
/// <param name="Processor">Of all threads of this process.</param>
/// <param name="MemoryAboveFloor">The most that the process held, above what it held before.</param>
internal readonly record struct Spent(TimeSpan Time, TimeSpan Processor, long MemoryAboveFloor)
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(20);

    /// <summary>Runs the work and watches it.</summary>
    public static async Task<Spent> OnAsync(Func<Task> work)
    {
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        var floor = Environment.WorkingSet;
        var most = floor;
        using var watch = new Timer(_ => most = Math.Max(most, Environment.WorkingSet), null, Look, Look);
        var processor = Environment.CpuUsage.TotalTime;
        var start = Stopwatch.GetTimestamp();
        await work();
        return new Spent(Stopwatch.GetElapsedTime(start), Environment.CpuUsage.TotalTime - processor, most - floor);
    }
}
