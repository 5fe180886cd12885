using FsCheck;
using FsCheck.Fluent;
using Reconciliation.Domain.Matching;
using Reconciliation.Pipeline.Ports;
using Reconciliation.Storage.Azure.Tables;

namespace Reconciliation.Storage.Contract.Azure;

/// <summary>What is particular to entries and lists in tables.</summary>
[Collection(AzuriteTests.Name)]
public sealed class TableEntriesTests(Azurite azurite) : IAsyncLifetime
{
    private AzureUnderTest? _storage;

    private AzureUnderTest Storage => _storage ?? throw new InvalidOperationException("The storage is not open yet.");

    private IStatementStore Store => Storage.Statements;

    private static CancellationToken None => CancellationToken.None;

    public async Task InitializeAsync() => _storage = await AzureUnderTest.OpenForItselfAsync(azurite);

    public async Task DisposeAsync() => await Storage.DisposeAsync();

    [Fact]
    public async Task Entries_AreFilteredByBookingDay_BothInclusive()
    {
        await Store.AcceptedAsync("f", [.. Enumerable.Range(1, 12).Select(day => Given.Staged($"E{day}", day: day))]);

        Assert.Equal([4, 5, 6], await DaysAsync(new EntryFilter([], From: Given.March(4), To: Given.March(6))));
        Assert.Equal([11, 12], await DaysAsync(new EntryFilter([EntryState.New], Given.Sha("f"), From: Given.March(11))));
        Assert.Equal([1, 2], await DaysAsync(new EntryFilter([], Given.Sha("f"), To: Given.March(2))));
        Assert.Empty(await DaysAsync(new EntryFilter([], From: Given.March(6), To: Given.March(5))));
    }

    [Fact]
    public async Task Entry_WithMoreAccountsThanATransactionTakes_IsInFlightForEach()
    {
        var id = Given.Staged("A", 15000).Identity.Id;
        await Store.AcceptedAsync("f", [Given.Staged("A", 15000)]);
        await Store.MoveAsync(id, matching => matching.Propose([SharedBy(0, 150)], []));
        Assert.Equal<string>([id], await Store.MoneyInFlightAsync(Given.Debtor(0), None));
        Assert.Equal<string>([id], await Store.MoneyInFlightAsync(Given.Debtor(149), None));

        await Store.MoveAsync(id, matching => matching.Propose([SharedBy(100, 150)], []));
        Assert.Empty(await Store.MoneyInFlightAsync(Given.Debtor(99), None));
        Assert.Equal<string>([id], await Store.MoneyInFlightAsync(Given.Debtor(100), None));
        Assert.Equal<string>([id], await Store.MoneyInFlightAsync(Given.Debtor(249), None));

        await Store.ExplainedAsync(id, new BankCharge());
        foreach (var debtor in new[] { 0, 100, 249 })
            Assert.Empty(await Store.MoneyInFlightAsync(Given.Debtor(debtor), None));
    }

    [Fact]
    public async Task Counts_FoldedByTheTimer_StayTheSame()
    {
        var staged = Enumerable.Range(0, 30).Select(n => Given.Staged($"E{n}", -100)).ToList();
        await Store.AcceptedAsync("f", staged);
        foreach (var entry in staged)
            await Store.ExplainedAsync(entry.Identity.Id, new BankCharge());
        await Storage.Azure.RelayAsync(None);
        foreach (var entry in staged.Take(5))
            await Store.MoveAsync(entry.Identity.Id, matching => matching.Unclaim(Given.Decision));
        await Storage.Azure.RelayAsync(None);

        var counts = await Storage.Queries.EntryCountsAsync(None);

        Assert.Equal((0, 25, 5), (counts[EntryState.New], counts[EntryState.Explained], counts[EntryState.Releasing]));
        Assert.Equal(2500, (await Storage.Queries.BalancesAsync())["627"]);
    }

    [Fact]
    public async Task Relay_OfAFileThatNobodyMatched_TellsOfItAgainUntilSomebodyDid()
    {
        await Store.AcceptedAsync("f", [Given.Staged("A")]);
        Storage.Sent.TakeAll();
        Assert.Equal(0, await Storage.Azure.RelayAsync(None));
        Storage.Clock.Pass(TimeSpan.FromDays(36_500));

        Assert.Equal(1, await Storage.Azure.RelayAsync(None));
        Assert.Single(Storage.Sent.TakeAll());

        await Store.MoveAsync(Given.Staged("A").Identity.Id, matching => matching.Propose([], []));
        Assert.Equal(0, await Storage.Azure.RelayAsync(None));
    }

    [Fact]
    public void OrderedKey_SortsAsTheTextDoes() => Prop.ForAll(
        ArbMap.Default.ArbFor<NonNull<string>>(), ArbMap.Default.ArbFor<NonNull<string>>(),
        (left, right) => Math.Sign(string.CompareOrdinal(left.Get, right.Get))
            == Math.Sign(string.CompareOrdinal(OrderedKey.Of(left.Get), OrderedKey.Of(right.Get)))).QuickCheckThrowOnFailure();

    private static Candidate SharedBy(int first, int count) => new(
        new Settlement([.. Enumerable.Range(first, count).Select(n => Given.SettlementOf(Given.Debtor(n), 100).Shares[0])]), 0.5m, []);

    private async Task<IEnumerable<int>> DaysAsync(EntryFilter filter) =>
        (await Given.AllAsync(page => Store.EntriesAsync(filter, page, None), 2)).Select(entry => entry.Payment.BookedOn.Day);
}
