using Reconciliation.Pipeline.Ports;

namespace Reconciliation.Storage.Contract;

/// <summary>The alarm clock of each account.</summary>
public abstract class WakeUpsContract : StorageContract
{
    private IWakeUps WakeUps => Storage.WakeUps;

    [Fact]
    public async Task Alarm_RingsAtItsInstantAndNotBefore()
    {
        await WakeUps.SetAsync(Given.Account, Storage.Clock.Now.AddDays(2), None);

        Storage.Clock.Pass(TimeSpan.FromDays(2) - TimeSpan.FromSeconds(1));
        Assert.Empty(await Storage.RingingAsync());

        Storage.Clock.Pass(TimeSpan.FromSeconds(1));
        Assert.Equal([Given.Account], await Storage.RingingAsync());
    }

    [Fact]
    public async Task Alarm_SetAnew_RingsAtTheLastInstantOnly()
    {
        await WakeUps.SetAsync(Given.Account, Storage.Clock.Now.AddDays(1), None);
        await WakeUps.SetAsync(Given.Account, Storage.Clock.Now.AddDays(3).ToOffset(TimeSpan.FromHours(2)), None);

        Storage.Clock.Pass(TimeSpan.FromDays(2));
        Assert.Empty(await Storage.RingingAsync());

        Storage.Clock.Pass(TimeSpan.FromDays(1));
        Assert.Equal([Given.Account], await Storage.RingingAsync());
    }

    [Fact]
    public async Task Alarm_TakenAway_DoesNotRing()
    {
        await WakeUps.SetAsync(Given.Account, Storage.Clock.Now, None);
        await WakeUps.SetAsync(Given.Debtor(1), Storage.Clock.Now, None);

        await WakeUps.SetAsync(Given.Account, null, None);
        await WakeUps.SetAsync(Given.Debtor(2), null, None);

        Assert.Equal([Given.Debtor(1)], await Storage.RingingAsync());
    }

    [Fact]
    public async Task Alarm_OutlivesTheProcess()
    {
        await WakeUps.SetAsync(Given.Account, Storage.Clock.Now.AddHours(1), None);

        await Storage.ReopenAsync();
        Storage.Clock.Pass(TimeSpan.FromHours(1));

        Assert.Equal([Given.Account], await Storage.RingingAsync());
    }
}
