using Reconciliation.Domain;
using Reconciliation.Domain.Ledger;
using Reconciliation.Pipeline.Serialization;

namespace Reconciliation.Storage.Sqlite;

/// <summary>Makes the balances of the chart anew from events and entries.</summary>
internal sealed class Reposting(ChartBalances balances)
{
    private const int EventsAtOnce = 1000;

    private sealed record EventRow(long Id, AccountId Account, string Said);

    public void Run(SqliteSession session, CancellationToken cancellation)
    {
        session.Execute("DELETE FROM chart_balance");
        PostEntries(session);
        PostCharges(session);
        var after = 0L;
        while (Events(session, after) is { Count: > 0 } events)
        {
            cancellation.ThrowIfCancellationRequested();
            foreach (var account in events.GroupBy(row => row.Account))
                balances.AddEvents(session, account.Key, account.Select(row => StoredJson.Read<AccountEvent>(row.Said)));
            after = events[^1].Id;
        }
    }

    private void PostEntries(SqliteSession session)
    {
        session.Execute("UPDATE bank_account SET entry_total = 0");
        var totals = session.Query(
            row => (Id: row.GetInt64(0), Key: row.GetString(1), Total: Total(row.GetString(2), row.GetInt64(3))),
            "SELECT b.id, b.key, e.currency, sum(e.amount) FROM entry e JOIN bank_account b ON b.id = e.bank_account GROUP BY b.id, b.key, e.currency");
        foreach (var (id, key, total) in totals)
        {
            BankAccountRows.AddToTotal(session, id, total.MinorUnits);
            balances.AddEntries(session, total, StoredText.BankAccount(key));
        }
    }

    private void PostCharges(SqliteSession session)
    {
        var totals = session.Query(
            row => Total(row.GetString(0), row.GetInt64(1)),
            "SELECT currency, sum(amount) FROM entry WHERE is_charge = 1 GROUP BY currency");
        foreach (var total in totals)
            balances.AddBankCharge(session, total);
    }

    private static Money Total(string currency, long minorUnits) => new(minorUnits, StoredText.Currency(currency));

    private static List<EventRow> Events(SqliteSession session, long after) => session.Query(
        row => new EventRow(row.GetInt64(0), AccountId.Parse(row.GetString(1)), row.GetString(2)),
        "SELECT e.id, a.key, e.said FROM event e JOIN account a ON a.id = e.account WHERE e.id > ?1 ORDER BY e.id LIMIT ?2",
        after, EventsAtOnce);
}
