namespace Reconciliation.Broker.Queues;

/// <summary>A message in a queue.</summary>
internal sealed class StoredMessage(long sequenceNumber, MessageContent content, DateTimeOffset enqueuedAt)
{
    public long SequenceNumber { get; } = sequenceNumber;

    public MessageContent Content { get; set; } = content;

    public DateTimeOffset EnqueuedAt { get; } = enqueuedAt;

    /// <summary>When it becomes available; null for what is.</summary>
    public DateTimeOffset? ScheduledFor { get; init; }

    /// <summary>Deliveries that nobody completed.</summary>
    public int FailedDeliveries { get; set; }

    /// <summary>The queue that it was taken out of; null for what is no dead letter.</summary>
    public string? Source { get; init; }

    public MessageLock? Lock { get; set; }

    public bool IsAvailable => ScheduledFor is null && Lock is null;
}

/// <summary>A message is its receiver's alone; in a queue with sessions as long as the session is.</summary>
internal sealed record MessageLock(Guid Token, DateTimeOffset Until, SessionLock? Session);

/// <summary>A session is its receiver's alone.</summary>
internal sealed class SessionLock(string id, DateTimeOffset until)
{
    public string Id { get; } = id;

    public DateTimeOffset Until { get; set; } = until;

    public bool IsLost { get; set; }
}
