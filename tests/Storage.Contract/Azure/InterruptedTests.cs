using Reconciliation.Domain.Ledger;
using Reconciliation.Domain.Matching;
using Reconciliation.Domain.Statements;
using Reconciliation.Pipeline.Messages;
using Reconciliation.Pipeline.Ports;
using Reconciliation.Storage.Azure;

namespace Reconciliation.Storage.Contract.Azure;

/// <summary>Ends between any two requests, answers that get lost, several at one file at once.</summary>
[Collection(AzuriteTests.Name)]
public sealed class InterruptedTests(Azurite azurite)
{
    private static readonly TimeSpan LongAfter = TimeSpan.FromDays(36_500);

    private static CancellationToken None => CancellationToken.None;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Import_EndedAfterAnyRequest_IsCarriedThroughByWhoeverComes(bool isRelayedFirst)
    {
        var fall = new Fall();
        await using var storage = await AzureUnderTest.OpenForItselfAsync(azurite, fall);
        await storage.Statements.AcceptedAsync("known", [Given.Staged("known")]);
        storage.Clock.Pass(LongAfter);
        var hasFallen = true;
        for (var requests = 1; hasFallen; requests++)
        {
            var content = $"f{requests}";
            var bank = BankAccountId.FromText($"30998000420000000{requests:0000}");
            fall.After(requests);
            hasFallen = await IsEndedAsync(() => ImportAsync(storage.Statements, content, bank));
            fall.IsOver();
            var next = await storage.AnotherAsync();
            await ShouldBeWholeOrAbsentAsync(next, content, bank);
            if (isRelayedFirst)
                await next.RelayAsync(None);

            Assert.Equal(new AcceptedEntries(3, 2), await ImportAsync(next.Statements, content, bank));

            Assert.Equal(Given.Eur(600), (await next.Statements.PositionAsync(bank, None))!.EntryTotal);
            Assert.Equal(3, (await EntriesAsync(next, content)).Count);
            Assert.Equal((FileStatus.Accepted, 3, 2), await FileAsync(next, content));
            Assert.Contains(new EntriesAccepted(Given.Sha(content)), storage.Sent.TakeAll());
            Assert.Equal(1 + (3 * requests), (await next.Queries.EntryCountsAsync(None))[EntryState.New]);
        }

        Assert.Empty(await storage.UnderAsync("staging", ""));
    }

    [Fact]
    public async Task Import_OfOneContentByManyAtOnce_EntersItOnce()
    {
        await using var storage = await AzureUnderTest.OpenForItselfAsync(azurite);
        var bank = Given.Bank;
        var workers = new List<AzureStorage>();
        for (var n = 0; n < 6; n++)
            workers.Add(await storage.AnotherAsync());

        var accepted = await Task.WhenAll(workers.Select(worker => Task.Run(() => UntilAcceptedAsync(worker.Statements, bank))));

        Assert.All(accepted, answer => Assert.Equal(new AcceptedEntries(4, 1), answer));
        Assert.Equal(Given.Eur(600 + 10000), (await storage.Statements.PositionAsync(bank, None))!.EntryTotal);
        Assert.Equal(4, (await EntriesAsync(storage.Azure, "f")).Count);
        Assert.Single((await storage.Statements.FilesAsync(null, new PageRequest(), None)).Items);
    }

    [Fact]
    public async Task Writes_WhoseAnswersAreLost_AreDoneOnce()
    {
        var lost = new LostAnswers();
        await using var storage = await AzureUnderTest.OpenForItselfAsync(azurite, lost);
        lost.IsOn = true;
        var (store, streams) = (storage.Statements, storage.Streams);

        await ImportAsync(store, "f", Given.Bank);
        Assert.True(await streams.AppendAsync(Given.Account, 0, [Given.Opened("F-1", 10000)], None));
        Assert.True(await streams.AppendAsync(Given.Account, 1, [Given.Note("a"), Given.Note("b")], None));
        foreach (var entry in await EntriesAsync(storage.Azure, "f"))
            await store.ExplainedAsync(entry.Payment.Id, new BankCharge());
        await storage.OpenItems.ReplaceAsync(Given.Account, 3, [new IndexKey("ref:F-1")], None);
        await store.RecordAsync(Given.File("refused", FileStatus.Quarantined), None);
        await store.RecordAsync(Given.File("refused", FileStatus.Duplicate), None);
        var dropped = await DropAsync(storage.Files);
        lost.IsOn = false;

        Assert.Equal(3, (await streams.LoadAsync(Given.Account, None)).Version);
        var counts = await storage.Queries.EntryCountsAsync(None);
        Assert.Equal((0, 4), (counts[EntryState.New], counts[EntryState.Explained]));
        var balances = await storage.Queries.BalancesAsync();
        Assert.Equal((10600, 10000, -10600), (balances["512"], balances["411"], balances["627"]));
        Assert.Equal<AccountId>([Given.Account], await storage.OpenItems.FindAsync([new IndexKey("ref:F-1")], 1, None));
        Assert.Equal("f.xml", dropped);
        Assert.Equal([FileStatus.Accepted, FileStatus.Duplicate], (await store.FilesAsync(null, new PageRequest(), None)).Items.Select(file => file.Status).Order());
        Assert.Equal(0, await storage.Azure.Streams.RelayAsync(None));
    }

    [Fact]
    public async Task Append_EndedAfterAnyRequest_IsToldByTheNextRelay()
    {
        var fall = new Fall();
        await using var storage = await AzureUnderTest.OpenForItselfAsync(azurite, fall);
        storage.Clock.Pass(LongAfter);
        var hasFallen = true;
        for (var requests = 1; hasFallen; requests++)
        {
            var account = Given.Debtor(requests);
            fall.After(requests);
            hasFallen = await IsEndedAsync(() => storage.Streams.AppendAsync(account, 0, [Given.Note("n")], None));
            fall.IsOver();
            var version = (await storage.Streams.LoadAsync(account, None)).Version;

            await storage.Azure.RelayAsync(None);

            Assert.Equal(version, storage.Sent.TakeAll().Cast<AccountChanged>().Select(message => message.Version).DefaultIfEmpty().Max());
            Assert.Equal(0, await storage.Azure.RelayAsync(None));
        }
    }

    private static async Task<bool> IsEndedAsync(Func<Task> work)
    {
        try
        {
            await work();
            return false;
        }
        catch (ProcessEndedException)
        {
            return true;
        }
    }

    // Three entries of its own, one of them twice, and one that another file brought.
    private static async Task<AcceptedEntries> ImportAsync(IStatementStore store, string content, BankAccountId bank)
    {
        var own = Enumerable.Range(1, 3).Select(n => Given.Staged($"{content} {n}", 100 * n, bank: bank)).ToList();
        await store.BeginStagingAsync(Given.Sha(content), None);
        await store.StageAsync(Given.Sha(content), own, None);
        await store.StageAsync(Given.Sha(content), [own[0], Given.Staged("known")], None);
        return await store.AcceptAsync(Given.File(content), [Given.Statement(bank: bank, closing: 600)], None, 5);
    }

    private static async Task<AcceptedEntries> UntilAcceptedAsync(IStatementStore store, BankAccountId bank)
    {
        while (true)
        {
            try
            {
                return await ImportAsync(store, "f", bank);
            }
            catch (StagingOverlapException)
            {
                // Attempts that ran at once have mixed: the step is repeated as a whole.
            }
        }
    }

    private static async Task ShouldBeWholeOrAbsentAsync(AzureStorage storage, string content, BankAccountId bank)
    {
        var entries = await EntriesAsync(storage, content);
        var file = await FileAsync(storage, content);
        Assert.Equal(file is null ? 0 : 3, entries.Count);
        var found = await storage.Statements.FindEntryAsync(Given.Staged($"{content} 1", 100, bank: bank).Identity.Id, None);
        Assert.Equal(file is null, found is null);
    }

    private static Task<List<EntryRecord>> EntriesAsync(AzureStorage storage, string content) =>
        Given.AllAsync(page => storage.Statements.EntriesAsync(new EntryFilter([], Given.Sha(content)), page, None), 100);

    private static async Task<(FileStatus, int, int)?> FileAsync(AzureStorage storage, string content) =>
        await storage.Statements.FindFileAsync(Given.Sha(content), None) is { } file ? (file.Status, file.NewEntries, file.KnownEntries) : null;

    private static async Task<string> DropAsync(IFileStore files)
    {
        using var bytes = new MemoryStream([1, 2, 3]);
        return await files.DropAsync("f.xml", bytes, None);
    }
}
