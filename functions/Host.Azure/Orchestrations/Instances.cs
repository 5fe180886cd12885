using Microsoft.DurableTask.Client;

namespace Reconciliation.Host.Azure.Orchestrations;

/// <summary>Instances of orchestrations that go on, or will.</summary>
internal static class Instances
{
    /// <summary>The statuses of an instance that is not to be begun a second time.</summary>
    public static OrchestrationRuntimeStatus[] Alive { get; } =
        [OrchestrationRuntimeStatus.Running, OrchestrationRuntimeStatus.Pending, OrchestrationRuntimeStatus.Suspended];

    /// <summary>True where an instance runs, waits to run or is suspended.</summary>
    public static async Task<bool> IsAliveAsync(DurableTaskClient client, string id, CancellationToken cancellation) =>
        await client.GetInstanceAsync(id, cancellation) is { } found && Alive.Contains(found.RuntimeStatus);
}
