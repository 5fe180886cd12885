using Azure;
using Reconciliation.Chaos.Faults;
using Reconciliation.Chaos.Messages;
using Reconciliation.Domain.Ledger;
using Reconciliation.Pipeline.Messages;
using Reconciliation.Pipeline.Ports;
using Reconciliation.Pipeline.Recovery;

namespace Reconciliation.Chaos.Scenarios;

/// <summary>
/// Carries steps through disturbances as a host does: what failed is tried again, what fell is started again, and timers
/// make good what a fall left behind.
/// </summary>
internal sealed class Engine(World world) : IAsyncDisposable
{
    private const int MostAttempts = 60;
    private const int MostRounds = 40;

    private RunningProcess? _process;
    private RunningProcess? _outside;

    /// <summary>How often a process was started.</summary>
    public int Starts { get; private set; }

    /// <summary>How many attempts failed.</summary>
    public int Failures { get; private set; }

    /// <summary>Does a step, however often it has to be tried.</summary>
    public async Task<T> DoAsync<T>(string what, Func<RunningProcess, Task<T>> step)
    {
        Exception? last = null;
        for (var attempt = 0; attempt < MostAttempts; attempt++)
        {
            try
            {
                var process = await ProcessAsync(attempt);
                process.Faults.Attempt = attempt;
                return await step(process);
            }
            catch (Exception failure) when (IsDisturbance(failure))
            {
                Failures++;
                last = failure;
            }
        }

        throw new InvalidOperationException($"'{what}' failed {MostAttempts} times.", last);
    }

    /// <summary>Handles messages and lets timers run until nothing is left to do at this hour.</summary>
    public async Task SettleAsync()
    {
        for (var round = 0; round < MostRounds; round++)
        {
            while (await DeliverAsync())
            {
            }

            await Invariants.CheckAsync(_outside ??= await RunningProcess.UndisturbedAsync(world));
            await DoAsync("relay", process => process.Storage.RelayAsync(default));
            await DoAsync("announce", AnnounceAsync);
            await DoAsync("sweep", SweepAsync);
            if (!world.Bus.HasDue)
                return;
        }

        throw new InvalidOperationException($"After {MostRounds} rounds there are still messages to handle.");
    }

    public async ValueTask DisposeAsync()
    {
        await EndProcessAsync();
        if (_outside is not null)
            await _outside.DisposeAsync();
    }

    private async Task<bool> DeliverAsync()
    {
        var batch = world.Bus.Receive(world.Disturbance.Workers);
        if (batch.Count == 0)
            return false;
        var process = await DoAsync("start", Task.FromResult);
        await Task.WhenAll(batch.Select(delivery => HandleAsync(process, delivery)));
        if (world.Chance.Draw("restart") < world.Disturbance.Rate / 4)
            await EndProcessAsync();
        return true;
    }

    private async Task HandleAsync(RunningProcess process, Delivery delivery)
    {
        if (delivery.Count >= MostAttempts)
            throw new InvalidOperationException($"{delivery.Message} was delivered {delivery.Count} times and never done.");
        process.Faults.Attempt = delivery.Count;
        try
        {
            await process.Get<MessageDispatcher>().HandleAsync(delivery.Message, default);
            world.Bus.Complete(delivery);
        }
        catch (Exception failure) when (IsDisturbance(failure))
        {
            Failures++;
            world.Bus.Abandon(delivery);
        }
    }

    private static async Task<int> AnnounceAsync(RunningProcess process)
    {
        var announced = 0;
        await foreach (var name in process.Get<IFileStore>().WaitingAsync(default))
        {
            await process.Get<IMessages>().SendAsync(new StatementArrived(name), default);
            announced++;
        }

        return announced;
    }

    private static async Task<bool> SweepAsync(RunningProcess process)
    {
        await process.Get<SweepAccounts>().HandleAsync(null, default);
        return true;
    }

    private async Task<RunningProcess> ProcessAsync(int attempt)
    {
        if (_process is { Faults.HasFallen: true })
            await EndProcessAsync();
        if (_process is null)
        {
            Starts++;
            _process = await RunningProcess.StartAsync(world, attempt);
        }

        return _process;
    }

    private async Task EndProcessAsync()
    {
        if (_process is not null)
            await _process.DisposeAsync();
        _process = null;
    }

    // What an environment does to a step. Anything else is a fault of ours, and ends the test.
    private static bool IsDisturbance(Exception failure) => failure switch
    {
        AggregateException several => several.InnerExceptions.All(IsDisturbance),
        _ => failure is RequestFailedException or TimeoutException or IOException or ProcessFellException or StagingOverlapException,
    };
}
