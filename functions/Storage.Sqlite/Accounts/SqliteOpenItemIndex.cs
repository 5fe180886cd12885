using System.Collections.Immutable;
using Reconciliation.Domain.Ledger;
using Reconciliation.Domain.Matching;
using Reconciliation.Pipeline.Ports;

namespace Reconciliation.Storage.Sqlite;

/// <summary>The open-item index in the database file.</summary>
public sealed class SqliteOpenItemIndex : IOpenItemIndex
{
    private readonly SqliteDatabase _database;

    internal SqliteOpenItemIndex(SqliteDatabase database) => _database = database;

    /// <inheritdoc/>
    public Task ReplaceAsync(AccountId account, int version, ImmutableArray<IndexKey> keys, CancellationToken cancellation) =>
        _database.WriteAsync(session => Replace(session, account, version, keys), cancellation);

    /// <inheritdoc/>
    public Task<ImmutableArray<AccountId>> FindAsync(IReadOnlyCollection<IndexKey> keys, int most, CancellationToken cancellation) =>
        _database.ReadAsync<ImmutableArray<AccountId>>(
            session => [.. keys.Distinct().SelectMany(key => Under(session, key, most)).Distinct().Order(StringComparer.Ordinal).Select(AccountId.Parse)],
            cancellation);

    /// <inheritdoc/>
    public Task<IReadOnlySet<IndexKey>> CommonAsync(IReadOnlyCollection<IndexKey> keys, int most, CancellationToken cancellation) =>
        _database.ReadAsync<IReadOnlySet<IndexKey>>(session => keys.Where(key => IsCommon(session, key, most)).ToHashSet(), cancellation);

    private static void Replace(SqliteSession session, AccountId account, int version, ImmutableArray<IndexKey> keys)
    {
        var id = AccountRows.Ensure(session, account);
        var isNewer = session.Execute(
            """
            INSERT INTO open_item_version (account, version) VALUES (?1, ?2)
            ON CONFLICT (account) DO UPDATE SET version = excluded.version WHERE excluded.version >= open_item_version.version
            """,
            id, version) > 0;
        if (!isNewer)
            return;
        var wanted = keys.Select(key => key.Value).ToHashSet(StringComparer.Ordinal);
        var known = session.Query(row => row.GetString(0), "SELECT key FROM open_item_key WHERE account = ?1", id);
        foreach (var key in known.Where(key => !wanted.Remove(key)))
            session.Execute("DELETE FROM open_item_key WHERE key = ?1 AND account = ?2", key, id);
        foreach (var key in wanted)
            session.Execute("INSERT INTO open_item_key (key, account) VALUES (?1, ?2)", key, id);
    }

    private static bool IsCommon(SqliteSession session, IndexKey key, int most) =>
        session.Scalar("SELECT count(*) FROM (SELECT 1 FROM open_item_key WHERE key = ?1 LIMIT ?2)", key.Value, (long)most + 1) > most;

    private static List<string> Under(SqliteSession session, IndexKey key, int most)
    {
        var accounts = session.Query(
            row => row.GetString(0),
            "SELECT a.key FROM open_item_key k JOIN account a ON a.id = k.account WHERE k.key = ?1 LIMIT ?2",
            key.Value, (long)most + 1);
        return accounts.Count > most ? [] : accounts;
    }
}
