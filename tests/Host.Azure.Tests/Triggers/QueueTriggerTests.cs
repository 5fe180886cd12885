using Azure.Storage.Blobs;
using Microsoft.DurableTask.Client;
using Reconciliation.Domain.Matching;
using Reconciliation.Host.Azure.Orchestrations;
using Reconciliation.Host.Azure.Tests.Fakes;
using Reconciliation.Host.Azure.Triggers;
using Reconciliation.Pipeline.Ingest;
using Reconciliation.Pipeline.Ports;
using Said = Reconciliation.Pipeline.Messages;

namespace Reconciliation.Host.Azure.Tests.Triggers;

/// <summary>Files and messages, called as the host calls the functions.</summary>
public sealed class QueueTriggerTests : IAsyncLifetime
{
    private const string Receivables = "number,debtor_id,debtor_name,issue_date,due_date,amount,currency\nF-1,D-1,Boulangerie Duval,2026-08-01,2026-08-31,120.00,EUR\n";

    private readonly HostUnderTest _host = new();

    [Fact]
    public async Task Statement_InTheInbox_IsAnnouncedByItsName()
    {
        await _host.Function<StatementArrived>().RunAsync(Blob("inbox/a b.sta"), "a b.sta", default);

        Assert.Equal([new Said.StatementArrived("a b.sta")], await _host.SentAsync());
    }

    [Fact]
    public async Task File_StillBeingWritten_IsNotAnnounced()
    {
        await _host.Function<StatementArrived>().RunAsync(Blob("inbox/.1f.tmp"), ".1f.tmp", default);

        Assert.Empty(await _host.SentAsync());
    }

    [Fact]
    public async Task Statement_Announced_IsTakenInAndItsEntriesAnnounced()
    {
        var name = await _host.DropAsync("a.sta", HostUnderTest.Statement("260930", 0, 120_00, "F-1"));

        await QueuedAsync(name, 1);

        Assert.Equal(["completed"], _host.Actions.Settled);
        Assert.IsType<Said.EntriesAccepted>(Assert.Single(await _host.SentAsync()));
        Assert.Contains(_host.Logs.Entries, entry => entry.Event == 2011);
    }

    [Fact]
    public async Task Statement_ThatIsGone_IsCompletedAndSaidSo()
    {
        await QueuedAsync("never there.sta", 1);

        Assert.Equal(["completed"], _host.Actions.Settled);
        Assert.Contains(_host.Logs.Entries, entry => entry.Event == 2012);
    }

    [Fact]
    public async Task Statement_WhoseImportKeepsFailing_EndsInQuarantineAndAmongTheDeadLetters()
    {
        var name = await _host.DropAsync("a.sta", HostUnderTest.Statement("260930", 0, 120_00, "F-1"));
        _host.Get<UnsteadyFiles>().Fault = new InvalidOperationException("broken");

        await Assert.ThrowsAsync<InvalidOperationException>(() => QueuedAsync(name, 4));
        Assert.Empty(_host.Actions.Settled);
        await QueuedAsync(name, 5);

        Assert.Equal(["dead-lettered: handling-failed"], _host.Actions.Settled);
        var kept = Assert.Single((await _host.Get<IStatementStore>().FilesAsync(FileStatus.Quarantined, new PageRequest(), default)).Items);
        Assert.Contains("InvalidOperationException", Assert.Single(kept.Diagnostics).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Message_OfAnotherQueue_IsGivenUpByName()
    {
        await _host.Function<StatementQueued>().RunAsync(HostUnderTest.Delivered(new Said.EntriesAccepted("abc")), _host.Actions, default);

        Assert.Equal(["dead-lettered: message-in-wrong-queue"], _host.Actions.Settled);
    }

    [Fact]
    public async Task Entries_OfASmallFile_AreMatchedAtOnce()
    {
        await ImportAsync();
        await QueuedAsync(await _host.DropAsync("a.sta", HostUnderTest.Statement("260930", 0, 120_00, "F-1")), 1);
        var accepted = (await _host.SentAsync()).OfType<Said.EntriesAccepted>().Single();

        await _host.Function<EntriesAccepted>().RunAsync(HostUnderTest.Delivered(accepted), _host.Actions, _host.Durable, default);

        var entry = Assert.Single((await _host.Get<IStatementStore>().EntriesAsync(new EntryFilter([]), new PageRequest(), default)).Items);
        Assert.NotEqual(EntryState.New, entry.Matching.State);
        Assert.Empty(_host.Durable.Begun);
    }

    [Fact]
    public async Task Entries_OfALargeFile_AreMatchedByAnOrchestrationOnce()
    {
        var file = new FileRecord("abc", "large.sta", FileStatus.Duplicate, null, _host.Clock.Now, [], 1, EntriesAccepted.MostAtOnce + 1, 0);
        await _host.Get<IStatementStore>().RecordAsync(file, default);

        for (var delivery = 1; delivery <= 2; delivery++)
            await _host.Function<EntriesAccepted>().RunAsync(HostUnderTest.Delivered(new Said.EntriesAccepted("abc"), delivery), _host.Actions, _host.Durable, default);

        Assert.Equal([(nameof(FileMatching), "matching-abc", new MatchingInput("abc"))], _host.Durable.Begun);
        Assert.Equal(["completed", "completed"], _host.Actions.Settled);
    }

    [Fact]
    public async Task Account_ThatChanged_IsProjectedAndItsCaseBegunThenTold()
    {
        await ImportAsync();

        await ChangedAsync(new Said.AccountChanged(HostUnderTest.Account("D-1"), 2));
        await ChangedAsync(new Said.AccountChanged(HostUnderTest.Account("D-1"), 3));
        await ChangedAsync(new Said.AccountWoken(HostUnderTest.Account("D-1"), _host.Clock.Now));

        Assert.Equal([(nameof(AccountCase), "case-creditor|D-1|EUR", new CaseInput("creditor|D-1|EUR"))], _host.Durable.Begun);
        Assert.Equal(
            [("case-creditor|D-1|EUR", "AccountChanged", 3), ("case-creditor|D-1|EUR", "AccountChanged", 0)], _host.Durable.Told);
        var summary = Assert.Single((await _host.Get<ILedgerQueries>().AccountsAsync(new PageRequest(), default)).Items);
        Assert.NotNull(summary.NextStage);
    }

    [Theory]
    [InlineData(OrchestrationRuntimeStatus.Failed, 1, 0)]
    [InlineData(OrchestrationRuntimeStatus.Terminated, 1, 0)]
    [InlineData(OrchestrationRuntimeStatus.Completed, 1, 0)]
    [InlineData(OrchestrationRuntimeStatus.Pending, 0, 1)]
    [InlineData(OrchestrationRuntimeStatus.Suspended, 0, 1)]
    public async Task Account_WhoseCaseEnded_GetsANewOne(OrchestrationRuntimeStatus status, int begun, int told)
    {
        _host.Durable.Instances["case-creditor|D-1|EUR"] = status;

        await ChangedAsync(new Said.AccountChanged(HostUnderTest.Account("D-1"), 2));

        Assert.Equal((begun, told), (_host.Durable.Begun.Count, _host.Durable.Told.Count));
    }

    [Fact]
    public async Task Account_WhoseCaseIsBegunByAnotherMeanwhile_IsTold()
    {
        _host.Durable.BeforeBeginning = () => _host.Durable.Instances["case-creditor|D-1|EUR"] = OrchestrationRuntimeStatus.Running;

        await ChangedAsync(new Said.AccountChanged(HostUnderTest.Account("D-1"), 2));

        Assert.Empty(_host.Durable.Begun);
        Assert.Single(_host.Durable.Told);
    }

    [Fact]
    public async Task Contact_ThatIsUnknown_IsCompleted()
    {
        await _host.Function<ContactDue>().RunAsync(
            HostUnderTest.Delivered(new Said.ContactDue(HostUnderTest.Account("D-1"), "c-1")), _host.Actions, default);

        Assert.Equal(["completed"], _host.Actions.Settled);
    }

    [Fact]
    public async Task Activities_TakeTheStepThatIsDue_AndSayWhenToLookAgain()
    {
        await ImportAsync();
        var account = HostUnderTest.Account("D-1").ToString();

        var asked = await _host.Function<AskNextStep>().RunAsync(account, default);
        var taken = await _host.Function<TakeDueStep>().RunAsync(account, default);

        Assert.NotNull(asked.Stage);
        Assert.NotNull(taken.LookAgainAt);
    }

    [Fact]
    public async Task Logs_OfAWholeCourse_NameNobody()
    {
        await ImportAsync();
        await Statement_Announced_IsTakenInAndItsEntriesAnnounced();
        await ChangedAsync(new Said.AccountChanged(HostUnderTest.Account("D-1"), 2));

        Assert.NotEmpty(_host.Logs.Entries);
        Assert.All(_host.Logs.Entries, entry =>
        {
            Assert.DoesNotContain("Duval", entry.Text, StringComparison.Ordinal);
            Assert.DoesNotContain(HostUnderTest.BankAccount, entry.Text, StringComparison.Ordinal);
        });
    }

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await _host.DisposeAsync();

    private static BlobClient Blob(string path) => new(new Uri($"https://ledger.blob.core.windows.net/{Uri.EscapeDataString(path)}"));

    private Task QueuedAsync(string name, int delivery) => _host.Function<StatementQueued>().RunAsync(
        HostUnderTest.Delivered(new Said.StatementArrived(name), delivery), _host.Actions, default);

    private Task ChangedAsync(Said.PipelineMessage message) => _host.Function<AccountChanged>().RunAsync(
        HostUnderTest.Delivered(message), _host.Actions, _host.Durable, default);

    private async Task ImportAsync()
    {
        using var csv = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(Receivables));
        Assert.Empty((await _host.Get<ImportReceivables>().HandleAsync(new ImportRequest("test", csv, null), default)).Faults);
        await _host.SentAsync();
    }
}
