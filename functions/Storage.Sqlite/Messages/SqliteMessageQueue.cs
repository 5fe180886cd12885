using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using Reconciliation.Pipeline.Messages;
using Reconciliation.Pipeline.Ports;
using Reconciliation.Pipeline.Serialization;

namespace Reconciliation.Storage.Sqlite;

/// <summary>
/// The queue of messages in the database file, with its receiving side.
/// <para>A message is leased to one receiver at a time. Where the lease ends without an answer, it is delivered again;
/// after <see cref="MostDeliveries"/> deliveries it is put aside with the reason. Completing or abandoning under a lease
/// that has passed to somebody else changes nothing.</para>
/// </summary>
public sealed class SqliteMessageQueue : IMessages
{
    /// <summary>After how many failed deliveries a message is put aside.</summary>
    public const int MostDeliveries = 8;

    private readonly SqliteDatabase _database;
    private readonly Outbox _outbox;
    private readonly TimeProvider _clock;

    internal SqliteMessageQueue(SqliteDatabase database, Outbox outbox, TimeProvider clock)
    {
        _database = database;
        _outbox = outbox;
        _clock = clock;
    }

    /// <inheritdoc/>
    public Task SendAsync(PipelineMessage message, CancellationToken cancellation, DateTimeOffset? notBefore = null) =>
        _database.WriteAsync(session => _outbox.Send(session, message, notBefore), cancellation);

    /// <summary>Takes up to <paramref name="most"/> messages that are due, the longest due first, until now plus the lease.</summary>
    public Task<ImmutableArray<LeasedMessage>> ReceiveAsync(int most, TimeSpan lease, DateTimeOffset now, CancellationToken cancellation) =>
        _database.WriteAsync(session => Receive(session, most, StoredText.Of(now), StoredText.Of(now + lease)), cancellation);

    /// <summary>
    /// Takes back what a receiver that is no more held: it is due again at its old place, and the delivery does not count.
    /// Only a process that has the database to itself may call it, before it receives.
    /// </summary>
    /// <returns>How many messages were taken back.</returns>
    public Task<int> TakeBackAsync(CancellationToken cancellation) => _database.WriteAsync(
        session => session.Execute(
            "UPDATE message SET lease = NULL, due = sent_at, delivery_count = delivery_count - 1 WHERE lease IS NOT NULL AND dead_at IS NULL"),
        cancellation);

    /// <summary>Keeps a message in hand until <paramref name="until"/>; false where the lease was lost.</summary>
    public Task<bool> RenewAsync(LeasedMessage message, DateTimeOffset until, CancellationToken cancellation) => _database.WriteAsync(
        session => session.Execute("UPDATE message SET due = ?3 WHERE id = ?1 AND lease = ?2", message.Id, message.Lease, StoredText.Of(until)) > 0,
        cancellation);

    /// <summary>The message is dealt with; false where the lease was lost, so that it may be delivered again.</summary>
    public Task<bool> CompleteAsync(LeasedMessage message, CancellationToken cancellation) => _database.WriteAsync(
        session => session.Execute("DELETE FROM message WHERE id = ?1 AND lease = ?2", message.Id, message.Lease) > 0, cancellation);

    /// <summary>
    /// The message could not be dealt with: it is delivered again after <paramref name="delay"/>, or put aside after its
    /// last delivery. False where the lease was lost.
    /// </summary>
    public Task<bool> AbandonAsync(LeasedMessage message, TimeSpan delay, string reason, CancellationToken cancellation) =>
        _database.WriteAsync(session => Abandon(session, message, delay, reason), cancellation);

    /// <summary>What was put aside, the first to be given up first.</summary>
    public Task<ImmutableArray<DeadLetter>> ListDeadLettersAsync(CancellationToken cancellation) => _database.ReadAsync<ImmutableArray<DeadLetter>>(
        session => [.. session.Query(ReadDead, "SELECT id, said, delivery_count, reason, dead_at FROM message WHERE dead_at IS NOT NULL ORDER BY dead_at, id")],
        cancellation);

    /// <summary>Delivers what was put aside again, with its deliveries counted anew; false where it is not there.</summary>
    public Task<bool> RequeueAsync(long id, CancellationToken cancellation) => _database.WriteAsync(
        session =>
        {
            session.HasSent = true;
            return session.Execute(
                "UPDATE message SET dead_at = NULL, reason = NULL, delivery_count = 0, due = ?2 WHERE id = ?1 AND dead_at IS NOT NULL",
                id, StoredText.Of(_clock.GetUtcNow())) > 0;
        },
        cancellation);

    /// <summary>How many messages there are.</summary>
    public Task<MessageCounts> CountAsync(DateTimeOffset now, CancellationToken cancellation) =>
        _database.ReadAsync(session => Count(session, StoredText.Of(now)), cancellation);

    /// <summary>When the next message is due or a lease ends; null for an empty queue.</summary>
    public Task<DateTimeOffset?> NextAsync(CancellationToken cancellation) => _database.ReadAsync(
        session => session.Text("SELECT min(due) FROM message WHERE dead_at IS NULL") is { } due ? StoredText.Instant(due) : (DateTimeOffset?)null,
        cancellation);

    /// <summary>
    /// Waits until something was sent in this process since the last wait, or until <paramref name="atMost"/> has
    /// passed; what another process sends is found by looking.
    /// </summary>
    public Task WaitAsync(TimeSpan atMost, CancellationToken cancellation) => _database.Sent.WaitAsync(atMost, cancellation);

    private static ImmutableArray<LeasedMessage> Receive(SqliteSession session, int most, string now, string until)
    {
        BuryUnanswered(session, now);
        var due = session.Query(
            row => (Id: row.GetInt64(0), Said: row.GetString(1), Count: row.GetInt32(2), Trace: row.IsDBNull(3) ? null : row.GetString(3)),
            "SELECT id, said, delivery_count + 1, traceparent FROM message WHERE dead_at IS NULL AND due <= ?1 ORDER BY due, id LIMIT ?2",
            now, most);
        var leased = ImmutableArray.CreateBuilder<LeasedMessage>(due.Count);
        foreach (var (id, said, count, trace) in due)
        {
            var lease = $"{id}/{count}/{until}";
            session.Execute("UPDATE message SET lease = ?2, due = ?3, delivery_count = ?4 WHERE id = ?1", id, lease, until, count);
            if (TryRead(said, out var message, out var fault))
                leased.Add(new LeasedMessage(id, message, count, lease, trace));
            else
                session.Execute("UPDATE message SET lease = NULL, dead_at = ?2, reason = ?3 WHERE id = ?1", id, now, fault);
        }

        return leased.DrainToImmutable();
    }

    // A later release may have written a kind that this one does not know; it must not stop the others.
    private static bool TryRead(string said, [NotNullWhen(true)] out PipelineMessage? message, [NotNullWhen(false)] out string? fault)
    {
        (message, fault) = (null, null);
        try
        {
            message = StoredJson.Read<PipelineMessage>(said);
            return true;
        }
        catch (JsonException exception)
        {
            fault = exception.Message;
            return false;
        }
    }

    // A message that brings its receiver down is never abandoned; the lease just ends.
    private static void BuryUnanswered(SqliteSession session, string now) => session.Execute(
        """
        UPDATE message SET dead_at = ?1, lease = NULL, reason = coalesce(reason, 'No receiver answered before its lease ended.')
        WHERE dead_at IS NULL AND due <= ?1 AND delivery_count >= ?2
        """,
        now, MostDeliveries);

    private bool Abandon(SqliteSession session, LeasedMessage message, TimeSpan delay, string reason)
    {
        var now = _clock.GetUtcNow();
        var isDead = message.DeliveryCount >= MostDeliveries;
        session.HasSent = true;
        return session.Execute(
            "UPDATE message SET lease = NULL, reason = ?3, due = ?4, dead_at = ?5 WHERE id = ?1 AND lease = ?2",
            message.Id, message.Lease, reason, StoredText.Of(now + delay), isDead ? StoredText.Of(now) : null) > 0;
    }

    private static MessageCounts Count(SqliteSession session, string now) => session.Query(
        row => new MessageCounts(row.GetInt32(0), row.GetInt32(1), row.GetInt32(2), row.GetInt32(3)),
        """
        SELECT count(*) FILTER (WHERE dead_at IS NULL AND due <= ?1),
               count(*) FILTER (WHERE dead_at IS NULL AND due > ?1 AND lease IS NULL),
               count(*) FILTER (WHERE dead_at IS NULL AND due > ?1 AND lease IS NOT NULL),
               count(*) FILTER (WHERE dead_at IS NOT NULL)
        FROM message
        """,
        now).Single();

    private static DeadLetter ReadDead(SqliteDataReader row) => new(
        row.GetInt64(0), row.GetString(1), row.GetInt32(2), row.GetString(3), StoredText.Instant(row.GetString(4)));
}
