using Reconciliation.Pipeline.Time;

namespace Reconciliation.Host.Azure.Tests.Fakes;

/// <summary>A clock that stands where the test puts it; whoever waits by it goes on at once, and how long is written down.</summary>
internal sealed class SteppingClock : ParisTime
{
    public DateTimeOffset Now { get; set; } = new(2026, 10, 1, 9, 0, 0, TimeSpan.FromHours(2));

    public List<TimeSpan> Waited { get; } = [];

    public override DateTimeOffset GetUtcNow() => Now.ToUniversalTime();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        if (dueTime > TimeSpan.Zero)
            Waited.Add(dueTime);
        return base.CreateTimer(callback, state, TimeSpan.Zero, Timeout.InfiniteTimeSpan);
    }
}
