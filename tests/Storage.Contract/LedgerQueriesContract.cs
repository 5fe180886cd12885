using Reconciliation.Domain;
using Reconciliation.Domain.Ledger;
using Reconciliation.Domain.Matching;
using Reconciliation.Pipeline.Ports;
using Reconciliation.Pipeline.Serialization;

namespace Reconciliation.Storage.Contract;

/// <summary>The trial balance and the lists that people see.</summary>
public abstract class LedgerQueriesContract : StorageContract
{
    private ILedgerQueries Queries => Storage.Queries;

    [Fact]
    public async Task TrialBalance_OfNothing_IsEmpty() => Assert.Empty(await Queries.TrialBalanceAsync(None));

    [Fact]
    public async Task TrialBalance_ListsEveryAccountOfTheChartByNumberAndCurrency()
    {
        await Storage.Streams.AppendAsync(Given.Account, 0, [Given.Opened("F-1", 10000)], None);
        var yen = new AccountId("atelier", "C-1", Currency.Of("JPY"));
        await Storage.Streams.AppendAsync(yen, 0, [Given.Opened("F-1", 700, yen)], None);

        var balances = await Queries.TrialBalanceAsync(None);

        string[] chart = ["411", "4191", "471", "512", "627", "658", "665", "706"];
        Assert.Equal(chart.SelectMany(account => new[] { (account, "EUR"), (account, "JPY") }), balances.Select(line => (line.Account, line.Balance.Currency.Code)));
        Assert.Equal([10000, 700], balances.Where(line => line.Account == "411").Select(line => line.Balance.MinorUnits));
        Assert.Equal([-10000, -700], balances.Where(line => line.Account == "706").Select(line => line.Balance.MinorUnits));
    }

    [Fact]
    public async Task TrialBalance_FollowsAnEntryFromTheBankToTheDebtor()
    {
        await Storage.Statements.AcceptedAsync("f", [Given.Staged("A", 10500), Given.Staged("B", -500)], Given.Statement());
        await ShouldBeAsync(bank: 10000, suspense: -10000);

        await Storage.Streams.AppendAsync(Given.Account, 0, [Given.Opened("F-1", 10000)], None);
        await Storage.Streams.AppendAsync(Given.Account, 1, [Given.Paid("F-1", 10000, "m-1", 500)], None);
        await ShouldBeAsync(bank: 10000, suspense: 500, customers: 0, advances: -500, sales: -10000);

        await Storage.Statements.ExplainedAsync(Given.Staged("B", -500).Identity.Id, new BankCharge());
        await ShouldBeAsync(bank: 10000, suspense: 0, customers: 0, advances: -500, sales: -10000, charges: 500);
    }

    [Fact]
    public async Task TrialBalance_CountsAChargeOnlyWhileItIsExplainedAsOne()
    {
        var fee = Given.Staged("fee", -900).Identity.Id;
        await Storage.Statements.AcceptedAsync("f", [Given.Staged("fee", -900)]);

        await Storage.Statements.MoveAsync(fee, matching => matching.Claim(new BankCharge(), Given.Decision));
        await ShouldBeAsync(bank: -900, suspense: 900);

        await Storage.Statements.MoveAsync(fee, matching => matching.Settle());
        await Storage.Statements.MoveAsync(fee, matching => matching.Settle());
        await ShouldBeAsync(bank: -900, suspense: 0, charges: 900);

        await Storage.Statements.MoveAsync(fee, matching => matching.Unclaim(Given.Decision));
        await ShouldBeAsync(bank: -900, suspense: 900);
        await Storage.Statements.MoveAsync(fee, matching => matching.Release(Evidence.Of(EvidenceKind.NothingFits)));
        await ShouldBeAsync(bank: -900, suspense: 900);

        await Storage.Statements.ExplainedAsync(fee, Given.SettlementOf(Given.Account, -900));
        await ShouldBeAsync(bank: -900, suspense: 900);
    }

    [Fact]
    public async Task TrialBalance_OutlivesTheProcess()
    {
        await Storage.Statements.AcceptedAsync("f", [Given.Staged("A", 10500)]);
        await Storage.ReopenAsync();
        await Storage.Statements.AcceptedAsync("g", [Given.Staged("B", 1)]);

        await ShouldBeAsync(bank: 10501, suspense: -10501);
    }

    [Fact]
    public async Task Summaries_ComeByKey_PageByPage()
    {
        foreach (var n in Enumerable.Range(0, 23).Reverse())
            await Queries.PutSummaryAsync(Summary(n, version: 1), None);

        foreach (var size in new[] { 1, 5, 23, 1000 })
        {
            var listed = await Given.AllAsync(page => Queries.AccountsAsync(page, None), size);
            Assert.Equal(Enumerable.Range(0, 23).Select(Given.Debtor), listed.Select(summary => summary.Id));
        }
    }

    [Fact]
    public async Task Summary_IsKeptWhole()
    {
        var full = Summary(1, 3) with { OldestDue = Given.March(31), NextStage = "first-reminder", NextAt = Given.Decision.At, HeldBy = ["disputed", "money-in-flight"] };

        await Queries.PutSummaryAsync(full, None);

        var kept = Assert.Single((await Queries.AccountsAsync(new PageRequest(), None)).Items);
        Assert.Equal(StoredJson.Write(full), StoredJson.Write(kept));
    }

    [Fact]
    public async Task Summary_AsOfAnOlderVersion_ChangesNothing()
    {
        await Queries.PutSummaryAsync(Summary(1, version: 5), None);
        await Queries.PutSummaryAsync(Summary(1, version: 4) with { DebtorName = "older" }, None);
        Assert.Equal("Debtor 1", await NameAsync());

        await Queries.PutSummaryAsync(Summary(1, version: 5) with { DebtorName = "as new" }, None);
        Assert.Equal("as new", await NameAsync());

        async Task<string> NameAsync() => Assert.Single((await Queries.AccountsAsync(new PageRequest(), None)).Items).DebtorName;
    }

    [Fact]
    public async Task EntryCounts_NameEveryState()
    {
        var none = await Queries.EntryCountsAsync(None);
        Assert.All(Enum.GetValues<EntryState>(), state => Assert.Equal(0, none[state]));
        await Storage.Statements.AcceptedAsync("f", [Given.Staged("A"), Given.Staged("B"), Given.Staged("C")]);
        await Storage.Statements.MoveAsync(Given.Staged("A").Identity.Id, matching => matching.Propose([], []));
        await Storage.Statements.ExplainedAsync(Given.Staged("B").Identity.Id, new BankCharge());

        var counts = await Queries.EntryCountsAsync(None);

        Assert.Equal(
            [(EntryState.New, 1), (EntryState.Unexplained, 1), (EntryState.Review, 0), (EntryState.Claimed, 0), (EntryState.Explained, 1), (EntryState.Releasing, 0)],
            counts.Select(count => (count.Key, count.Value)).Order());
    }

    private async Task ShouldBeAsync(
        long bank = 0, long suspense = 0, long customers = 0, long advances = 0, long sales = 0, long charges = 0, long discounts = 0)
    {
        var expected = new Dictionary<string, long>
        {
            ["512"] = bank, ["471"] = suspense, ["411"] = customers, ["4191"] = advances, ["706"] = sales, ["627"] = charges, ["658"] = 0, ["665"] = discounts,
        };
        Assert.Equal(expected.OrderBy(line => line.Key), (await Queries.BalancesAsync()).OrderBy(line => line.Key));
    }

    private static AccountSummary Summary(int debtor, int version) => new(
        Given.Debtor(debtor), version, $"Debtor {debtor}", Given.Eur(100), Given.Eur(0), null, null, null, []);
}
