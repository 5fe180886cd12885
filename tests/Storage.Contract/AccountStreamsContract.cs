using System.Collections.Immutable;
using Reconciliation.Domain;
using Reconciliation.Domain.Ledger;
using Reconciliation.Pipeline.Messages;
using Reconciliation.Pipeline.Ports;
using Reconciliation.Pipeline.Serialization;

namespace Reconciliation.Storage.Contract;

/// <summary>Streams of events: whole appends, lost races, long streams.</summary>
public abstract class AccountStreamsContract : StorageContract
{
    private IAccountStreams Streams => Storage.Streams;

    [Fact]
    public async Task Account_WithoutEvents_IsEmpty()
    {
        Assert.Equal(0, (await Streams.LoadAsync(Given.Account, None)).Version);
        Assert.Empty(await Streams.EventsAsync(Given.Account, 0, None));
        Assert.Empty(await AccountsAsync());
    }

    [Fact]
    public async Task Append_IsReadBackAsTheFoldOfItsEvents()
    {
        ImmutableArray<AccountEvent> events = [Given.Opened("F-1", 10000), Given.Paid("F-1", 4000, "m-1", 500), Given.Note("é")];

        Assert.True(await Streams.AppendAsync(Given.Account, 0, events, None));

        ShouldBe(DebtorAccount.Fold(Given.Account, events), await Streams.LoadAsync(Given.Account, None));
        ShouldBe(events, await Streams.EventsAsync(Given.Account, 0, None));
        ShouldBe(events[1..], await Streams.EventsAsync(Given.Account, 1, None));
        Assert.Empty(await Streams.EventsAsync(Given.Account, 3, None));
    }

    [Fact]
    public async Task Append_TellsTheVersionItLedTo()
    {
        await Streams.AppendAsync(Given.Account, 0, [Given.Note("a"), Given.Note("b")], None);
        await Streams.AppendAsync(Given.Account, 2, [Given.Note("c")], None);

        var messages = await Storage.ReceiveAllAsync();

        Assert.Equal([2, 3], messages.Cast<AccountChanged>().Select(m => m.Version).Order());
        Assert.All(messages.Cast<AccountChanged>(), m => Assert.Equal(Given.Account, m.Account));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    [InlineData(-1)]
    public async Task Append_OnAnotherVersion_IsRefusedWhole(int expectedVersion)
    {
        await Streams.AppendAsync(Given.Account, 0, [Given.Opened("F-1", 10000)], None);
        await Storage.ReceiveAllAsync();

        Assert.False(await Streams.AppendAsync(Given.Account, expectedVersion, [Given.Opened("F-2", 500), Given.Opened("F-3", 500)], None));

        Assert.Equal(1, (await Streams.LoadAsync(Given.Account, None)).Version);
        Assert.Equal(10000, (await Storage.Queries.BalancesAsync())["411"]);
        Assert.Empty(await Storage.ReceiveAllAsync());
    }

    [Fact]
    public async Task Append_ToAnUnknownAccountOnALaterVersion_IsRefused()
    {
        Assert.False(await Streams.AppendAsync(Given.Account, 1, [Given.Note("a")], None));
        Assert.Empty(await AccountsAsync());
    }

    [Fact]
    public async Task Append_OfNothing_TellsWhetherTheVersionStands()
    {
        Assert.True(await Streams.AppendAsync(Given.Account, 0, [], None));
        Assert.False(await Streams.AppendAsync(Given.Account, 1, [], None));
        Assert.Empty(await Storage.ReceiveAllAsync());
        Assert.Empty(await AccountsAsync());
    }

    [Fact]
    public async Task Append_OfEventsThatDoNotFit_LeavesNothing()
    {
        var dollars = new AccountId("atelier", "C-1", Currency.Of("USD"));
        var overflow = new[] { Given.Opened("F-1", long.MaxValue), Given.Opened("F-2", long.MaxValue) };

        await Assert.ThrowsAnyAsync<Exception>(() => Streams.AppendAsync(dollars, 0, [.. overflow], None));

        Assert.Equal(0, (await Streams.LoadAsync(dollars, None)).Version);
        Assert.Empty(await Storage.ReceiveAllAsync());
        Assert.True(await Streams.AppendAsync(dollars, 0, [Given.Note("goes on")], None));
    }

    [Fact]
    public async Task Accounts_OfOtherCreditorDebtorOrCurrency_AreOthers()
    {
        AccountId[] accounts = [new("a", "b|c", Currency.Eur), new("a|b", "c", Currency.Eur), new("a", "b", Currency.Eur), new("a", "b", Currency.Of("JPY"))];
        for (var i = 0; i < accounts.Length; i++)
            await Streams.AppendAsync(accounts[i], 0, [.. Enumerable.Repeat(Given.Note("n"), i + 1)], None);

        var loaded = await Streams.LoadAsync([.. accounts, Given.Account], None);

        Assert.Equal(
            accounts.Select((id, i) => (id, i + 1)).Append((Given.Account, 0)).OrderBy(a => a.Item1),
            loaded.Select(account => (account.Id, account.Version)).OrderBy(a => a.Id));
        Assert.Equal(accounts.OrderBy(a => a.ToString(), StringComparer.Ordinal), await AccountsAsync());
    }

    [Fact]
    public async Task Accounts_OfMoreThanAPage_AreListedInOrderOfTheirKey()
    {
        var accounts = Enumerable.Range(0, 1203).Select(n => Given.Debtor(n * 7 % 1203)).ToList();
        foreach (var account in accounts)
            await Streams.AppendAsync(account, 0, [Given.Note("n")], None);

        Assert.Equal(accounts.OrderBy(a => a.ToString(), StringComparer.Ordinal), await AccountsAsync());
    }

    [Fact]
    public async Task Account_OfALongStream_IsTheFoldOfAllItsEvents()
    {
        var events = Enumerable.Range(1, 620).Select(n => n % 3 == 0 ? Given.Paid($"F-{n - 1}", 10, $"m-{n}", n) : Given.Opened($"F-{n}", 100 + n)).ToImmutableArray();
        var appended = 0;
        for (var size = 1; appended < events.Length; size = 1 + ((size * 5) % 37))
        {
            var batch = events.Skip(appended).Take(size).ToImmutableArray();
            Assert.True(await Streams.AppendAsync(Given.Account, appended, batch, None));
            appended += batch.Length;
        }

        ShouldBe(DebtorAccount.Fold(Given.Account, events), await Streams.LoadAsync(Given.Account, None));
        await Storage.ReopenAsync();
        ShouldBe(DebtorAccount.Fold(Given.Account, events), await Streams.LoadAsync(Given.Account, None));
        ShouldBe(events[600..], await Streams.EventsAsync(Given.Account, 600, None));
        Assert.False(await Streams.AppendAsync(Given.Account, 600, [Given.Note("late")], None));
    }

    [Fact]
    public async Task Append_ByManyOnOneVersion_LetsExactlyOneThrough()
    {
        for (var version = 0; version < 20; version++)
        {
            var expected = version;
            var won = await Task.WhenAll(Enumerable.Range(0, 12).Select(n => Task.Run(
                () => Streams.AppendAsync(Given.Account, expected, [Given.Opened($"F-{expected}", 100 + n)], None))));

            Assert.Single(won, appended => appended);
            var account = await Streams.LoadAsync(Given.Account, None);
            Assert.Equal(100 + Array.IndexOf(won, true), account.Receivables[$"F-{expected}"].Receivable.Amount.MinorUnits);
        }
    }

    [Fact]
    public async Task Append_ByManyWhoReloadAndRepeat_LosesNothing()
    {
        const int writers = 8;
        const int each = 25;
        AccountId[] accounts = [Given.Debtor(1), Given.Debtor(2), Given.Debtor(3)];

        await Task.WhenAll(Enumerable.Range(0, writers).Select(writer => Task.Run(async () =>
        {
            for (var n = 0; n < each; n++)
            {
                var account = accounts[(writer + n) % accounts.Length];
                AccountEvent opened = Given.Opened($"F-{writer}-{n}", 100);
                while (!await Streams.AppendAsync(account, (await Streams.LoadAsync(account, None)).Version, [opened], None))
                {
                }
            }
        })));

        var loaded = await Streams.LoadAsync(accounts, None);
        Assert.Equal(writers * each, loaded.Sum(account => account.Version));
        Assert.Equal(writers * each, loaded.SelectMany(account => account.Receivables.Keys).Distinct().Count());
        var balances = await Storage.Queries.BalancesAsync();
        Assert.Equal((100 * writers * each, -100 * writers * each), (balances["411"], balances["706"]));
        Assert.Equal(writers * each, (await Storage.ReceiveAllAsync()).Count);
    }

    private async Task<List<AccountId>> AccountsAsync()
    {
        var accounts = new List<AccountId>();
        await foreach (var account in Streams.AccountsAsync(None))
            accounts.Add(account);
        return accounts;
    }

    // Records with lists compare them by reference; their stored text says whether they say the same.
    private static void ShouldBe<T>(T expected, T actual) => Assert.Equal(StoredJson.Write(expected), StoredJson.Write(actual));
}
