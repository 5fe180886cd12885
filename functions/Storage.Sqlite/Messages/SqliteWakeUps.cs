using System.Collections.Immutable;
using Microsoft.Data.Sqlite;
using Reconciliation.Domain.Ledger;
using Reconciliation.Pipeline.Messages;
using Reconciliation.Pipeline.Ports;
using Reconciliation.Pipeline.Serialization;

namespace Reconciliation.Storage.Sqlite;

/// <summary>The alarms of accounts in the database file, with the side that rings them.</summary>
public sealed class SqliteWakeUps : IWakeUps
{
    private readonly SqliteDatabase _database;
    private readonly Outbox _outbox;

    internal SqliteWakeUps(SqliteDatabase database, Outbox outbox)
    {
        _database = database;
        _outbox = outbox;
    }

    /// <inheritdoc/>
    public Task SetAsync(AccountId account, DateTimeOffset? at, CancellationToken cancellation) =>
        _database.WriteAsync(session => Set(session, account, at), cancellation);

    /// <summary>The alarms due at <paramref name="now"/>, the earliest first. They stay until they are set anew or rung.</summary>
    public Task<ImmutableArray<WakeUp>> DueAsync(DateTimeOffset now, int most, CancellationToken cancellation) =>
        _database.ReadAsync(session => Due(session, now, most), cancellation);

    /// <summary>When the earliest alarm is due; null for none.</summary>
    public Task<DateTimeOffset?> NextAsync(CancellationToken cancellation) => _database.ReadAsync(
        session => session.Text("SELECT min(at) FROM wake_up") is { } at ? StoredText.Instant(at) : (DateTimeOffset?)null, cancellation);

    /// <summary>
    /// Turns alarms due at <paramref name="now"/> into <see cref="AccountWoken"/> messages, in one step: none is lost and
    /// none rings twice. How many rang.
    /// </summary>
    public Task<int> RingAsync(DateTimeOffset now, int most, CancellationToken cancellation) => _database.WriteAsync(
        session =>
        {
            var due = Due(session, now, most);
            foreach (var (account, at) in due)
            {
                _outbox.Send(session, new AccountWoken(account, at));
                Set(session, account, null);
            }

            return due.Length;
        },
        cancellation);

    private static void Set(SqliteSession session, AccountId account, DateTimeOffset? at)
    {
        var id = AccountRows.Ensure(session, account);
        if (at is { } instant)
            session.Execute("INSERT OR REPLACE INTO wake_up (account, at) VALUES (?1, ?2)", id, StoredText.Of(instant));
        else
            session.Execute("DELETE FROM wake_up WHERE account = ?1", id);
    }

    private static ImmutableArray<WakeUp> Due(SqliteSession session, DateTimeOffset now, int most) =>
    [
        .. session.Query(
            Read,
            "SELECT a.key, w.at FROM wake_up w JOIN account a ON a.id = w.account WHERE w.at <= ?1 ORDER BY w.at, a.key LIMIT ?2",
            StoredText.Of(now), most),
    ];

    private static WakeUp Read(SqliteDataReader row) => new(AccountId.Parse(row.GetString(0)), StoredText.Instant(row.GetString(1)));
}

/// <summary>An alarm of an account.</summary>
/// <param name="Account">The account.</param>
/// <param name="At">The instant that was set.</param>
public readonly record struct WakeUp(AccountId Account, DateTimeOffset At);
