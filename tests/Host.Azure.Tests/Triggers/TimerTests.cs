using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using Reconciliation.Host.Azure.Settings;
using Reconciliation.Host.Azure.Tests.Fakes;
using Reconciliation.Host.Azure.Triggers;
using Reconciliation.Pipeline.Ingest;
using Reconciliation.Pipeline.Ports;
using Reconciliation.Pipeline.Reports;

namespace Reconciliation.Host.Azure.Tests.Triggers;

/// <summary>What the clock starts.</summary>
public sealed class TimerTests : IAsyncLifetime
{
    private static readonly TimerInfo Timer = new();

    private readonly HostUnderTest _host = new();

    [Fact]
    public async Task Figures_AtNight_AreKept()
    {
        await _host.Function<NightlyFigures>().RunAsync(Timer, default);

        Assert.Equal(new DateOnly(2026, 10, 1), (await _host.Get<IFigures>().LatestAsync(default))?.Day);
    }

    [Fact]
    public async Task Sweep_BeginsTheCasesThatAreMissing_AndOnlyThose()
    {
        await ImportAsync(5);
        _host.Durable.Instances["case-creditor|D-1|EUR"] = OrchestrationRuntimeStatus.Running;
        _host.Durable.Instances["case-creditor|D-2|EUR"] = OrchestrationRuntimeStatus.Suspended;
        _host.Durable.Instances["case-creditor|D-3|EUR"] = OrchestrationRuntimeStatus.Pending;
        _host.Durable.Instances["case-creditor|D-4|EUR"] = OrchestrationRuntimeStatus.Failed;

        await _host.Function<AccountsSwept>().RunAsync(Timer, _host.Durable, default);

        Assert.Equal(["case-creditor|D-4|EUR", "case-creditor|D-5|EUR"], _host.Durable.Begun.Select(begun => begun.Id).Order());
        Assert.Empty(_host.Durable.Told);
    }

    [Fact]
    public async Task Sweep_WhereAnotherBeginsACaseMeanwhile_GoesOn()
    {
        await ImportAsync(2);
        _host.Durable.BeforeBeginning = () => _host.Durable.Instances["case-creditor|D-1|EUR"] = OrchestrationRuntimeStatus.Running;

        await _host.Function<AccountsSwept>().RunAsync(Timer, _host.Durable, default);

        Assert.Equal(["case-creditor|D-2|EUR"], _host.Durable.Begun.Select(begun => begun.Id));
    }

    [Fact]
    public async Task Purge_TakesWhatEndedLongAgo_UntilNothingIsLeft()
    {
        _host.Durable.PurgeResults.Enqueue(new PurgeResult(3, false));
        _host.Durable.PurgeResults.Enqueue(new PurgeResult(1, true));

        await _host.Function<HistoriesPurged>().RunAsync(Timer, _host.Durable, default);

        Assert.Equal(2, _host.Durable.Purges.Count);
        var filter = _host.Durable.Purges[0];
        Assert.Equal(_host.Clock.Now.AddDays(-30), filter.CreatedTo);
        Assert.Equal(
            [OrchestrationRuntimeStatus.Completed, OrchestrationRuntimeStatus.Failed, OrchestrationRuntimeStatus.Terminated], filter.Statuses);
        Assert.Contains(_host.Logs.Entries, entry => entry.Event == 2220 && entry.Text.StartsWith("4 ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task BankData_ThatIsLate_IsWarnedOfWithoutTheAccountInClear()
    {
        var name = await _host.DropAsync("a.sta", HostUnderTest.Statement("260925", 0, 120_00, "F-1"));
        await _host.Get<ImportStatement>().HandleAsync(new Pipeline.Messages.StatementArrived(name), default);
        var trigger = new BankDataChecked(_host.Get<CheckBankData>(), Settings(), _host.Get<ILogger<BankDataChecked>>());

        await trigger.RunAsync(Timer, default);

        var warning = Assert.Single(_host.Logs.Entries, entry => entry.Event == 2230);
        Assert.Equal(LogLevel.Warning, warning.Level);
        Assert.Contains($"...{HostUnderTest.BankAccount[^4..]}", warning.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(HostUnderTest.BankAccount, warning.Text, StringComparison.Ordinal);
    }

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await _host.DisposeAsync();

    private static HostSettings Settings()
    {
        var values = new Dictionary<string, string?> { ["Contacts:Sender"] = "compta@atelier.example" };
        return HostSettings.Read(new ConfigurationBuilder().AddInMemoryCollection(values).Build(), [])!;
    }

    private async Task ImportAsync(int debtors)
    {
        var csv = "number,debtor_id,debtor_name,issue_date,due_date,amount,currency\n"
            + string.Concat(Enumerable.Range(1, debtors).Select(n => $"F-{n},D-{n},Debtor {n},2026-08-01,2026-08-31,120.00,EUR\n"));
        using var bytes = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(csv));
        await _host.Get<ImportReceivables>().HandleAsync(new ImportRequest("test", bytes, null), default);
    }
}
