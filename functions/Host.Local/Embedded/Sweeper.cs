using Reconciliation.Pipeline.Recovery;

namespace Reconciliation.Host.Local.Embedded;

/// <summary>Looks at everything when the host starts and every hour after, so that nothing is forgotten whatever message was lost.</summary>
internal sealed partial class Sweeper(SweepAccounts sweep, TimeProvider time, ILogger<Sweeper> log) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromHours(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var clock = new PeriodicTimer(Interval, time);
        do
        {
            try
            {
                await sweep.HandleAsync(null, stoppingToken);
            }
            catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
            {
                // The next sweep looks at everything again.
                SweepFailed(failure);
            }
        }
        while (await clock.WaitForNextTickAsync(stoppingToken));
    }

    [LoggerMessage(1003, LogLevel.Error, "The sweep failed and is repeated at its next hour.")]
    private partial void SweepFailed(Exception failure);
}
