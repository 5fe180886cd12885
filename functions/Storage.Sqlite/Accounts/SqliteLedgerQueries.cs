using System.Collections.Immutable;
using Reconciliation.Domain.Ledger;
using Reconciliation.Domain.Matching;
using Reconciliation.Pipeline.Ports;
using Reconciliation.Pipeline.Serialization;

namespace Reconciliation.Storage.Sqlite;

/// <summary>What people see of the ledger, from the database file.</summary>
public sealed class SqliteLedgerQueries : ILedgerQueries
{
    private readonly SqliteDatabase _database;
    private readonly ChartBalances _balances;

    internal SqliteLedgerQueries(SqliteDatabase database, ChartBalances balances)
    {
        _database = database;
        _balances = balances;
    }

    /// <inheritdoc/>
    public Task<ImmutableArray<AccountBalance>> TrialBalanceAsync(CancellationToken cancellation) =>
        _database.ReadAsync(_balances.Read, cancellation);

    /// <inheritdoc/>
    public Task PutSummaryAsync(AccountSummary summary, CancellationToken cancellation) => _database.WriteAsync(
        session => session.Execute(
            """
            INSERT INTO summary (account, version, record) VALUES (?1, ?2, ?3)
            ON CONFLICT (account) DO UPDATE SET version = excluded.version, record = excluded.record
            WHERE excluded.version >= summary.version
            """,
            summary.Id.ToString(), summary.Version, StoredJson.Write(summary)),
        cancellation);

    /// <inheritdoc/>
    public Task<Page<AccountSummary>> AccountsAsync(PageRequest page, CancellationToken cancellation) => _database.ReadAsync(
        session => Paging.Of(
            session.Query(
                row => (Key: row.GetString(0), Record: row.GetString(1)),
                "SELECT account, record FROM summary WHERE account > ?1 ORDER BY account LIMIT ?2",
                page.Continuation ?? "", Paging.RowsFor(page)),
            page, row => StoredJson.Read<AccountSummary>(row.Record), row => row.Key),
        cancellation);

    /// <inheritdoc/>
    public Task<ImmutableDictionary<EntryState, int>> EntryCountsAsync(CancellationToken cancellation) =>
        _database.ReadAsync(EntryRows.Counts, cancellation);

    /// <summary>
    /// Posts everything anew from what it follows from: the events of all accounts, the entries of all banks. The
    /// trial balance is the same afterwards unless it was damaged.
    /// </summary>
    public Task RebuildAsync(CancellationToken cancellation) =>
        _database.WriteAsync(session => new Reposting(_balances).Run(session, cancellation), cancellation);
}
