using Reconciliation.Pipeline.Messages;
using Reconciliation.Pipeline.Serialization;
using Reconciliation.Pipeline.Telemetry;

namespace Reconciliation.Storage.Sqlite;

/// <summary>
/// Puts messages into the queue in the transaction of what they tell: neither is ever there without the other.
/// </summary>
internal sealed class Outbox(TimeProvider clock)
{
    /// <summary>
    /// Sends a message, unless one that says the same still waits; that one then waits no longer than this one would. A
    /// message in somebody's hands does not count: what it tells may have been read before this one came about.
    /// </summary>
    public void Send(SqliteSession session, PipelineMessage message, DateTimeOffset? notBefore = null)
    {
        var now = clock.GetUtcNow();
        var due = StoredText.Of(notBefore > now ? notBefore.Value : now);
        session.HasSent = true;
        var waiting = session.Execute(
            """
            UPDATE message SET due = min(due, ?2)
            WHERE deduplication = ?1 AND dead_at IS NULL AND (lease IS NULL OR due <= ?3)
            """,
            message.DeduplicationId, due, StoredText.Of(now));
        if (waiting > 0)
            return;
        session.Execute(
            "INSERT INTO message (deduplication, said, sent_at, due, traceparent) VALUES (?1, ?2, ?3, ?4, ?5)",
            message.DeduplicationId, StoredJson.Write(message), StoredText.Of(now), due, PipelineTelemetry.TraceParent);
    }
}
