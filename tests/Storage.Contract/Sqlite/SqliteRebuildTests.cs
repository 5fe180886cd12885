using System.Collections.Immutable;
using Reconciliation.Domain.Ledger;
using Reconciliation.Domain.Matching;
using Reconciliation.Pipeline.Serialization;
using Reconciliation.Storage.Sqlite;

namespace Reconciliation.Storage.Contract.Sqlite;

/// <summary>What follows from streams and entries can be made anew from them.</summary>
public sealed class SqliteRebuildTests : SqliteTests
{
    [Fact]
    public async Task Rebuild_OfSoundBalances_ChangesNothing()
    {
        await WorkAsync();
        var before = await Storage.Queries.TrialBalanceAsync(None);

        await Storage.Sqlite.Queries.RebuildAsync(None);

        Assert.Equal<object>(before, await Storage.Queries.TrialBalanceAsync(None));
    }

    [Fact]
    public async Task Rebuild_OfDamagedBalances_MakesThemRight()
    {
        await WorkAsync();
        var before = await Storage.Queries.TrialBalanceAsync(None);
        var position = await Storage.Statements.PositionAsync(Given.Bank, None);
        Storage.Run("UPDATE chart_balance SET amount = amount * 3 + 1; DELETE FROM chart_balance WHERE account = '512'; UPDATE bank_account SET entry_total = 5;");

        await Storage.Sqlite.Queries.RebuildAsync(None);

        Assert.Equal<object>(before, await Storage.Queries.TrialBalanceAsync(None));
        Assert.Equal(position, await Storage.Statements.PositionAsync(Given.Bank, None));
    }

    [Fact]
    public async Task Open_WithAnotherChart_PostsEverythingToItsAccounts()
    {
        await WorkAsync();
        var before = await Storage.Queries.BalancesAsync();
        Storage.Sqlite.Dispose();

        var chart = new ChartOfAccounts { Bank = "512100", Customers = "411000", BankCharges = "627800" };
        using (var changed = SqliteStorage.Open(Storage.Folder, chart, Storage.Clock))
        {
            var after = await changed.Queries.BalancesAsync();
            Assert.Equal(
                (before["512"], before["411"], before["627"], before["471"]),
                (after["512100"], after["411000"], after["627800"], after["471"]));
            Assert.DoesNotContain("512", after.Keys);
        }

        await Storage.ReopenAsync();
        Assert.Equal(before, await Storage.Queries.BalancesAsync());
    }

    [Fact]
    public async Task Snapshot_OfAnotherBuild_IsNotTrusted()
    {
        var events = await LongStreamAsync();
        Assert.Equal(1, Storage.Ask("SELECT count(*) FROM snapshot"));

        Storage.Run("UPDATE snapshot SET build = 'another', state = '{}'");
        await Storage.ReopenAsync();

        var account = await Storage.Streams.LoadAsync(Given.Account, None);
        Assert.Equal(StoredJson.Write(DebtorAccount.Fold(Given.Account, events)), StoredJson.Write(account));
    }

    [Fact]
    public async Task Snapshot_OfThisBuild_SparesTheEventsBeforeIt()
    {
        var events = await LongStreamAsync();
        Storage.Run("UPDATE event SET said = 'unreadable' WHERE version <= (SELECT version FROM snapshot)");
        await Storage.ReopenAsync();

        var account = await Storage.Streams.LoadAsync(Given.Account, None);

        Assert.Equal(StoredJson.Write(DebtorAccount.Fold(Given.Account, events)), StoredJson.Write(account));
    }

    [Fact]
    public async Task Account_ReadBefore_NeedsOnlyTheEventsSince()
    {
        var events = await LongStreamAsync();
        await Storage.Streams.LoadAsync(Given.Account, None);
        Storage.Run("UPDATE event SET said = 'unreadable'; UPDATE snapshot SET state = 'unreadable'");

        await Storage.Streams.AppendAsync(Given.Account, 130, [Given.Note("since")], None);

        var account = await Storage.Streams.LoadAsync(Given.Account, None);
        Assert.Equal(StoredJson.Write(DebtorAccount.Fold(Given.Account, events.Add(Given.Note("since")))), StoredJson.Write(account));
    }

    private async Task<ImmutableArray<AccountEvent>> LongStreamAsync()
    {
        var events = Enumerable.Range(0, 130).Select(n => Given.Opened($"F-{n}", 100 + n)).ToImmutableArray();
        Assert.True(await Storage.Streams.AppendAsync(Given.Account, 0, events[..90], None));
        Assert.True(await Storage.Streams.AppendAsync(Given.Account, 90, events[90..115], None));
        Assert.True(await Storage.Streams.AppendAsync(Given.Account, 115, events[115..], None));
        return events;
    }

    private async Task WorkAsync()
    {
        await Storage.Statements.AcceptedAsync("f", [Given.Staged("A", 10500), Given.Staged("fee", -700), Given.Staged("undone", -300)], Given.Statement());
        await Storage.Statements.AcceptedAsync("g", [Given.Staged("A", 10500), Given.Staged("B", 99, bank: Given.OtherBank)], Given.Statement());
        await Storage.Statements.AcceptedAsync("yen", [Given.Staged("Y", 500, bank: Reconciliation.Domain.Statements.BankAccountId.FromText("Y1"), currency: Reconciliation.Domain.Currency.Of("JPY"))]);
        await Storage.Statements.ExplainedAsync(Given.Staged("fee", -700).Identity.Id, new BankCharge());
        await Storage.Statements.ExplainedAsync(Given.Staged("undone", -300).Identity.Id, new BankCharge());
        await Storage.Statements.MoveAsync(Given.Staged("undone", -300).Identity.Id, matching => matching.Unclaim(Given.Decision));
        await Storage.Statements.MoveAsync(Given.Staged("undone", -300).Identity.Id, matching => matching.Release(Evidence.Of(EvidenceKind.NothingFits)));
        await Storage.Streams.AppendAsync(Given.Account, 0, [Given.Opened("F-1", 10000), Given.Paid("F-1", 10000, "m-1", 500), Given.Note("n")], None);
        await Storage.Streams.AppendAsync(Given.Debtor(1), 0, [Given.Opened("F-2", 777)], None);
    }
}
