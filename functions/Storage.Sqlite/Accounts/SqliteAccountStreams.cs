using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Reconciliation.Domain.Ledger;
using Reconciliation.Pipeline.Messages;
using Reconciliation.Pipeline.Ports;

namespace Reconciliation.Storage.Sqlite;

/// <summary>The streams of debtor accounts in the database file.</summary>
public sealed class SqliteAccountStreams : IAccountStreams
{
    private const int KeysAtOnce = 500;

    private readonly RecentAccounts _recent = new();
    private readonly SqliteDatabase _database;
    private readonly ChartBalances _balances;
    private readonly Outbox _outbox;

    internal SqliteAccountStreams(SqliteDatabase database, ChartBalances balances, Outbox outbox)
    {
        _database = database;
        _balances = balances;
        _outbox = outbox;
    }

    /// <inheritdoc/>
    public Task<DebtorAccount> LoadAsync(AccountId account, CancellationToken cancellation) =>
        _database.ReadAsync(session => Load(session, account), cancellation);

    /// <inheritdoc/>
    public Task<ImmutableArray<DebtorAccount>> LoadAsync(IReadOnlyCollection<AccountId> accounts, CancellationToken cancellation) =>
        _database.ReadAsync<ImmutableArray<DebtorAccount>>(
            session => [.. accounts.Distinct().Select(account => Load(session, account))], cancellation);

    /// <inheritdoc/>
    public Task<ImmutableArray<AccountEvent>> EventsAsync(AccountId account, int afterVersion, CancellationToken cancellation) =>
        _database.ReadAsync(
            session => AccountRows.Find(session, account) is var (id, _) ? EventRows.After(session, id, afterVersion) : [], cancellation);

    /// <inheritdoc/>
    public Task<bool> AppendAsync(
        AccountId account, int expectedVersion, ImmutableArray<AccountEvent> events, CancellationToken cancellation) =>
        _database.WriteAsync(session => Append(session, account, expectedVersion, events), cancellation);

    /// <inheritdoc/>
    public async IAsyncEnumerable<AccountId> AccountsAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        var after = "";
        while (true)
        {
            var keys = await _database.ReadAsync(session => Keys(session, after), cancellation);
            foreach (var key in keys)
                yield return AccountId.Parse(key);
            if (keys.Count < KeysAtOnce)
                yield break;
            after = keys[^1];
        }
    }

    private DebtorAccount Load(SqliteSession session, AccountId account)
    {
        var loaded = EventRows.Load(session, account, _recent.Find(account));
        _recent.Keep(loaded);
        return loaded;
    }

    private bool Append(SqliteSession session, AccountId account, int expectedVersion, ImmutableArray<AccountEvent> events)
    {
        var found = AccountRows.Find(session, account);
        if ((found?.Version ?? 0) != expectedVersion)
            return false;
        if (events.IsEmpty)
            return true;
        var id = found?.Id ?? AccountRows.Ensure(session, account);
        var version = EventRows.Append(session, account, id, expectedVersion, events);
        _balances.AddEvents(session, account, events);
        _outbox.Send(session, new AccountChanged(account, version));
        return true;
    }

    private static List<string> Keys(SqliteSession session, string after) => session.Query(
        row => row.GetString(0),
        "SELECT key FROM account WHERE key > ?1 AND version > 0 ORDER BY key LIMIT ?2",
        after, KeysAtOnce);
}
