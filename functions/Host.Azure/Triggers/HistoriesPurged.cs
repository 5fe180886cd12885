using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;

namespace Reconciliation.Host.Azure.Triggers;

/// <summary>
/// Orchestrations that ended long ago are forgotten. What they did stands in the accounts; their histories only cost room
/// and name debtors' keys longer than needed.
/// </summary>
public sealed partial class HistoriesPurged(TimeProvider time, ILogger<HistoriesPurged> log)
{
    /// <summary>How long an ended orchestration can be looked at.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromDays(30);

    // The call to the host has a limit of its own; what is not done by then is asked for again.
    private static readonly TimeSpan AtOnce = TimeSpan.FromMinutes(1);

    /// <summary>Purges what was begun before, and has ended.</summary>
    [Function(nameof(HistoriesPurged))]
    public async Task RunAsync(
        [TimerTrigger("%HistoriesPurgedSchedule%")] TimerInfo timer, [DurableClient] DurableTaskClient client, CancellationToken cancellation)
    {
        OrchestrationRuntimeStatus[] ended =
            [OrchestrationRuntimeStatus.Completed, OrchestrationRuntimeStatus.Failed, OrchestrationRuntimeStatus.Terminated];
        var filter = new PurgeInstancesFilter(CreatedTo: time.GetUtcNow() - Kept, Statuses: ended) { Timeout = AtOnce };
        var purged = 0;
        PurgeResult result;
        do
        {
            result = await client.PurgeAllInstancesAsync(filter, cancellation);
            purged += result.PurgedInstanceCount;
        }
        while (result.IsComplete == false);

        Purged(purged, timer.IsPastDue);
    }

    [LoggerMessage(2220, LogLevel.Information, "{Purged} ended orchestrations were purged (later than planned: {IsPastDue}).")]
    private partial void Purged(int purged, bool isPastDue);
}
