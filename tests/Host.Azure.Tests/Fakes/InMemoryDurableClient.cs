using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace Reconciliation.Host.Azure.Tests.Fakes;

/// <summary>Orchestrations as names and states; nothing runs.</summary>
internal sealed class InMemoryDurableClient() : DurableTaskClient("test")
{
    public Dictionary<string, OrchestrationRuntimeStatus> Instances { get; } = [];

    /// <summary>What was begun: name, identifier and input.</summary>
    public List<(string Name, string Id, object? Input)> Begun { get; } = [];

    /// <summary>What was told: identifier, event and payload.</summary>
    public List<(string Id, string Event, object? Payload)> Told { get; } = [];

    public List<PurgeInstancesFilter> Purges { get; } = [];

    /// <summary>What purging answers, in turn.</summary>
    public Queue<PurgeResult> PurgeResults { get; } = new();

    /// <summary>Runs before an orchestration is begun: what others do meanwhile.</summary>
    public Action? BeforeBeginning { get; set; }

    public override Task<string> ScheduleNewOrchestrationInstanceAsync(
        TaskName orchestratorName, object? input = null, StartOrchestrationOptions? options = null, CancellationToken cancellation = default)
    {
        BeforeBeginning?.Invoke();
        var id = options?.InstanceId ?? throw new InvalidOperationException("Every orchestration of this app has an identifier of its own.");
        var kept = options.DedupeStatuses ?? throw new InvalidOperationException("Which states keep an orchestration from being replaced is said, never left to the server.");
        if (Instances.TryGetValue(id, out var status) && kept.Contains(status.ToString()))
            throw new InvalidOperationException($"An orchestration with id '{id}' already exists.");
        Instances[id] = OrchestrationRuntimeStatus.Running;
        Begun.Add((orchestratorName.Name, id, input));
        return Task.FromResult(id);
    }

    public override Task RaiseEventAsync(string instanceId, string eventName, object? eventPayload = null, CancellationToken cancellation = default)
    {
        Told.Add((instanceId, eventName, eventPayload));
        return Task.CompletedTask;
    }

    public override Task<OrchestrationMetadata> WaitForInstanceStartAsync(
        string instanceId, bool getInputsAndOutputs = false, CancellationToken cancellation = default) => throw Unused();

    public override Task<OrchestrationMetadata> WaitForInstanceCompletionAsync(
        string instanceId, bool getInputsAndOutputs = false, CancellationToken cancellation = default) => throw Unused();

    public override Task SuspendInstanceAsync(string instanceId, string? reason = null, CancellationToken cancellation = default) => throw Unused();

    public override Task ResumeInstanceAsync(string instanceId, string? reason = null, CancellationToken cancellation = default) => throw Unused();

    public override Task<OrchestrationMetadata?> GetInstancesAsync(
        string instanceId, bool getInputsAndOutputs = false, CancellationToken cancellation = default) =>
        Task.FromResult(Instances.TryGetValue(instanceId, out var status) ? Metadata(instanceId, status) : null);

    /// <summary>Pages of two, so that whoever asks has to turn them.</summary>
    public override AsyncPageable<OrchestrationMetadata> GetAllInstancesAsync(OrchestrationQuery? filter = null)
    {
        var found = Instances
            .Where(instance => instance.Key.StartsWith(filter?.InstanceIdPrefix ?? "", StringComparison.Ordinal))
            .Where(instance => filter?.Statuses is null || filter.Statuses.Contains(instance.Value))
            .Select(instance => Metadata(instance.Key, instance.Value)!).Chunk(2).ToList();
        return Pageable.Create<OrchestrationMetadata>((continuation, _) =>
        {
            var page = continuation is null ? 0 : int.Parse(continuation, null);
            var next = page + 1 < found.Count ? $"{page + 1}" : null;
            return Task.FromResult(new Page<OrchestrationMetadata>(page < found.Count ? found[page] : [], next));
        });
    }

    public override Task<PurgeResult> PurgeAllInstancesAsync(
        PurgeInstancesFilter filter, PurgeInstanceOptions? options = null, CancellationToken cancellation = default)
    {
        Purges.Add(filter);
        return Task.FromResult(PurgeResults.Dequeue());
    }

    public override ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private static OrchestrationMetadata? Metadata(string id, OrchestrationRuntimeStatus status) => new("AccountCase", id) { RuntimeStatus = status };

    private static InvalidOperationException Unused() => new("The triggers have no use for this.");
}
