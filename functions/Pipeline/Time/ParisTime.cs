namespace Reconciliation.Pipeline.Time;

/// <summary>
/// The system's clock with the civil time of metropolitan France as its local time. The rule of the European Union
/// (Directive 2000/84/EC: summer time from the last Sunday of March to the last Sunday of October, both at 01:00 UTC)
/// is built in, so that no machine needs time-zone data.
/// </summary>
public class ParisTime : TimeProvider
{
    private static readonly TimeZoneInfo Zone = Build();

    /// <inheritdoc/>
    public override TimeZoneInfo LocalTimeZone => Zone;

    private static TimeZoneInfo Build()
    {
        var start = TimeZoneInfo.TransitionTime.CreateFloatingDateRule(new DateTime(1, 1, 1, 2, 0, 0), 3, 5, DayOfWeek.Sunday);
        var end = TimeZoneInfo.TransitionTime.CreateFloatingDateRule(new DateTime(1, 1, 1, 3, 0, 0), 10, 5, DayOfWeek.Sunday);
        var rule = TimeZoneInfo.AdjustmentRule.CreateAdjustmentRule(
            new DateTime(1996, 1, 1), DateTime.MaxValue.Date, TimeSpan.FromHours(1), start, end);
        return TimeZoneInfo.CreateCustomTimeZone(
            "Europe/Paris", TimeSpan.FromHours(1), "Paris", "Central European Time", "Central European Summer Time", [rule]);
    }
}

/// <summary>
/// A clock that stands still at an instant until it is started, then runs from there at the pace of the system's: for
/// demonstrations and simulations.
/// </summary>
/// <param name="start">Where it stands.</param>
public sealed class SimulatedTime(DateTimeOffset start) : ParisTime
{
    private long? _startedAt;

    /// <summary>Lets the clock run.</summary>
    public void Start() => _startedAt ??= GetTimestamp();

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() =>
        _startedAt is { } since ? start.ToUniversalTime() + GetElapsedTime(since) : start.ToUniversalTime();
}
