using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace Reconciliation.Host.Azure.Tests.Http;

/// <summary>A client of Durable Functions that knows the instances it is given, and records what it is asked to do.</summary>
internal sealed class RecordedCases() : DurableTaskClient("recorded")
{
    public Dictionary<string, OrchestrationRuntimeStatus> Instances { get; } = [];

    public List<string> Asked { get; } = [];

    public OrchestrationQuery? Query { get; private set; }

    public override AsyncPageable<OrchestrationMetadata> GetAllInstancesAsync(OrchestrationQuery? filter = null)
    {
        Query = filter;
        var found = Instances.Where(i => filter?.Statuses?.Contains(i.Value) ?? true).Select(i => Metadata(i.Key)).ToList();
        return Pageable.Create((continuation, _) => Task.FromResult(new Page<OrchestrationMetadata>(found, continuation is null ? "next" : null)));
    }

    public override Task<OrchestrationMetadata?> GetInstancesAsync(
        string instanceId, bool getInputsAndOutputs = false, CancellationToken cancellation = default) =>
        Task.FromResult(Instances.ContainsKey(instanceId) ? Metadata(instanceId) : null);

    public override Task SuspendInstanceAsync(string instanceId, string? reason = null, CancellationToken cancellation = default) =>
        RecordAsync($"suspend {instanceId}: {reason}");

    public override Task ResumeInstanceAsync(string instanceId, string? reason = null, CancellationToken cancellation = default) =>
        RecordAsync($"resume {instanceId}: {reason}");

    public override Task TerminateInstanceAsync(
        string instanceId, TerminateInstanceOptions? options = null, CancellationToken cancellation = default) =>
        RecordAsync($"terminate {instanceId}: {options?.Output}");

    public override async Task<PurgeResult> PurgeInstanceAsync(
        string instanceId, PurgeInstanceOptions? options = null, CancellationToken cancellation = default)
    {
        await RecordAsync($"purge {instanceId}");
        return new PurgeResult(1);
    }

    public override Task<string> ScheduleNewOrchestrationInstanceAsync(
        TaskName orchestratorName, object? input = null, StartOrchestrationOptions? options = null, CancellationToken cancellation = default) =>
        throw new InvalidOperationException("Cases are started by messages.");

    public override Task RaiseEventAsync(
        string instanceId, string eventName, object? eventPayload = null, CancellationToken cancellation = default) =>
        throw new InvalidOperationException("Cases are woken by messages.");

    public override Task<OrchestrationMetadata> WaitForInstanceStartAsync(
        string instanceId, bool getInputsAndOutputs = false, CancellationToken cancellation = default) =>
        throw new InvalidOperationException("No request waits for a case.");

    public override Task<OrchestrationMetadata> WaitForInstanceCompletionAsync(
        string instanceId, bool getInputsAndOutputs = false, CancellationToken cancellation = default) =>
        throw new InvalidOperationException("No request waits for a case.");

    public override ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private OrchestrationMetadata Metadata(string instance) => new("AccountCase", instance) { RuntimeStatus = Instances[instance] };

    private Task RecordAsync(string asked)
    {
        Asked.Add(asked);
        return Task.CompletedTask;
    }
}
