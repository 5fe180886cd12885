using System.Collections.Concurrent;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.DurableTask.Testing;
using Reconciliation.Host.Azure.Orchestrations;

namespace Reconciliation.Host.Azure.Tests.Online;

/// <summary>The case of an account on the framework's own host, where the feed holds its packages.</summary>
public sealed class InProcessHostTests
{
    private const string Id = "case-creditor|D-1|EUR";

    private readonly ConcurrentQueue<TaskCompletionSource> _asked = new(Enumerable.Range(0, 10).Select(_ => new TaskCompletionSource()));

    [Fact]
    public async Task Case_IsWokenByAChange_AndByItsTimer()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        var asked = _asked.ToArray();
        var looks = new ConcurrentQueue<CaseLook>([Later(TimeSpan.FromDays(30)), Later(TimeSpan.FromSeconds(5)), Later(TimeSpan.FromDays(30))]);
        await using var host = await DurableTaskTestHost.StartAsync(
            tasks =>
            {
                tasks.AddOrchestratorFunc<CaseInput>(nameof(AccountCase), (context, input) => AccountCase.RunAsync(context, input!));
                tasks.AddActivityFunc<string, CaseLook>(nameof(AskNextStep), (_, _) => Look(looks));
            },
            cancellationToken: patience.Token);

        await host.Client.ScheduleNewOrchestrationInstanceAsync(
            nameof(AccountCase), new CaseInput("creditor|D-1|EUR"), new StartOrchestrationOptions(Id), patience.Token);
        await asked[0].Task.WaitAsync(patience.Token);
        await host.Client.RaiseEventAsync(Id, AccountCase.Changed, 2, patience.Token);
        await asked[1].Task.WaitAsync(patience.Token);
        await asked[2].Task.WaitAsync(patience.Token);

        var found = await host.Client.GetInstanceAsync(Id, patience.Token);
        Assert.Equal(OrchestrationRuntimeStatus.Running, found?.RuntimeStatus);
    }

    private CaseLook Look(ConcurrentQueue<CaseLook> looks)
    {
        looks.TryDequeue(out var look);
        _asked.TryDequeue(out var asked);
        asked?.TrySetResult();
        return look ?? Later(TimeSpan.FromDays(30));
    }

    private static CaseLook Later(TimeSpan after) => new(false, TimeProvider.System.GetUtcNow() + after, "first-reminder", []);
}
