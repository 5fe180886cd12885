using System.Globalization;
using Reconciliation.Pipeline.Time;

namespace Reconciliation.Pipeline.Tests;

/// <summary>France's civil time by the rule of Directive 2000/84/EC, against known changes of the clocks.</summary>
public class ParisTimeTests
{
    [Theory]
    [InlineData("2026-03-29T00:59:59Z", "2026-03-29T01:59:59+01:00")]
    [InlineData("2026-03-29T01:00:00Z", "2026-03-29T03:00:00+02:00")]
    [InlineData("2026-10-25T00:59:59Z", "2026-10-25T02:59:59+02:00")]
    [InlineData("2026-10-25T01:00:00Z", "2026-10-25T02:00:00+01:00")]
    [InlineData("2027-03-28T01:00:00Z", "2027-03-28T03:00:00+02:00")]
    public void LocalTime_AroundAChangeOfTheClocks_IsThatOfParis(string instant, string local)
    {
        var utc = DateTimeOffset.Parse(instant, CultureInfo.InvariantCulture);

        Assert.Equal(local, TimeZoneInfo.ConvertTime(utc, new ParisTime().LocalTimeZone).ToString("yyyy-MM-ddTHH:mm:sszzz", CultureInfo.InvariantCulture));
    }

    [Fact]
    public void SimulatedTime_StandsStillUntilItIsStarted()
    {
        var start = new DateTimeOffset(2026, 10, 1, 9, 0, 0, TimeSpan.FromHours(2));
        var time = new SimulatedTime(start);
        Assert.Equal(start, time.GetLocalNow());

        time.Start();

        Assert.True(SpinWait.SpinUntil(() => time.GetUtcNow() > start, TimeSpan.FromMinutes(1)));
    }
}
