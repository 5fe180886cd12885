using Microsoft.DurableTask.Client;

namespace Reconciliation.Host.Azure.Operations;

/// <summary>A running or ended case: the orchestration that watches over an account.</summary>
/// <param name="Id">The identifier of the orchestration.</param>
/// <param name="Status">Running, Pending, Suspended, Completed, Failed or Terminated.</param>
/// <param name="StartedAt">When it was started.</param>
/// <param name="LastUpdatedAt">When anything last happened in it.</param>
/// <param name="Failure">The kind of error that it failed with; null for none.</param>
public sealed record CaseView(string Id, string Status, DateTimeOffset StartedAt, DateTimeOffset LastUpdatedAt, string? Failure)
{
    internal static CaseView Of(OrchestrationMetadata instance) => new(
        instance.InstanceId, instance.RuntimeStatus.ToString(), instance.CreatedAt, instance.LastUpdatedAt, instance.FailureDetails?.ErrorType);
}
