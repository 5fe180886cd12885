using Reconciliation.Domain.Ledger;
using Reconciliation.Pipeline.Serialization;

namespace Reconciliation.Storage.Sqlite;

/// <summary>Keeps the balances to the chart in force: where the creditor changes its numbers, everything is posted anew.</summary>
internal static class PostedChart
{
    public static void Apply(SqliteSession session, ChartOfAccounts chart)
    {
        var asked = StoredJson.Write(chart);
        var posted = session.Text("SELECT chart FROM posted_chart");
        if (posted == asked)
            return;
        session.Execute("INSERT OR REPLACE INTO posted_chart (id, chart) VALUES (1, ?1)", asked);
        if (posted is not null)
            new Reposting(new ChartBalances(chart)).Run(session, CancellationToken.None);
    }
}
