using System.Collections.Immutable;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using Reconciliation.Pipeline.Operations;
using Reconciliation.Pipeline.Serialization;
using PutAside = Reconciliation.Pipeline.Operations.DeadLetter;

namespace Reconciliation.Storage.Sqlite;

/// <summary>The messages that the queue put aside, for operations. There is one queue.</summary>
public sealed class SqliteDeadLetters : IDeadLetters
{
    /// <summary>The name of the one queue.</summary>
    public const string Queue = "messages";

    private const string Reason = "delivery-failed";

    private readonly SqliteDatabase _database;
    private readonly SqliteMessageQueue _queue;

    internal SqliteDeadLetters(SqliteDatabase database, SqliteMessageQueue queue)
    {
        _database = database;
        _queue = queue;
    }

    /// <inheritdoc/>
    public ImmutableArray<string> Queues { get; } = [Queue];

    /// <inheritdoc/>
    public Task<ImmutableArray<PutAside>> ListAsync(string queue, int most, CancellationToken cancellation, long after = 0) =>
        _database.ReadAsync<ImmutableArray<PutAside>>(
            session =>
            [
                .. session.Query(
                    Read,
                    """
                    SELECT id, deduplication, said, reason, delivery_count, sent_at FROM message
                    WHERE dead_at IS NOT NULL AND id > ?1 ORDER BY id LIMIT ?2
                    """,
                    after, most),
            ],
            cancellation);

    /// <inheritdoc/>
    public Task<bool> ReplayAsync(string queue, long sequenceNumber, CancellationToken cancellation) => _queue.RequeueAsync(sequenceNumber, cancellation);

    /// <inheritdoc/>
    public async Task<int> ReplayAllAsync(string queue, CancellationToken cancellation)
    {
        var replayed = 0;
        foreach (var letter in await ListAsync(queue, int.MaxValue, cancellation))
        {
            if (await _queue.RequeueAsync(letter.SequenceNumber, cancellation))
                replayed++;
        }

        return replayed;
    }

    private static PutAside Read(SqliteDataReader row) => new(
        row.GetInt64(0), row.GetString(1), KindOf(row.GetString(2)), null, Reason, row.GetString(3), row.GetInt32(4),
        StoredText.Instant(row.GetString(5)));

    private static string KindOf(string said)
    {
        using var message = JsonDocument.Parse(said);
        return message.RootElement.TryGetProperty(StoredKinds.Property, out var kind) ? kind.GetString() ?? "" : "";
    }
}
