using Reconciliation.Storage.Sqlite;

namespace Reconciliation.Host.Local.Embedded;

/// <summary>Wakes accounts when their instant has come. It knows no rule: what is to be done is asked anew.</summary>
internal sealed class AlarmClock(SqliteWakeUps wakeUps, TimeProvider time) : BackgroundService
{
    private const int Most = 100;
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            if (await wakeUps.RingAsync(time.GetUtcNow(), Most, stoppingToken) == 0)
                await Task.Delay(Interval, stoppingToken);
        }
    }
}
