namespace Reconciliation.Broker;

/// <summary>A queue to be made.</summary>
public sealed record BrokerQueue(string Name)
{
    /// <summary>Whether every message belongs to a session, and is received by who holds that session.</summary>
    public bool HasSessions { get; init; }

    /// <summary>How long a second message of one identifier is dropped; zero for not at all.</summary>
    public TimeSpan DuplicateDetectionWindow { get; init; }

    /// <summary>After so many failed deliveries a message is dead-lettered.</summary>
    public int MaxDeliveryCount { get; init; } = 10;

    /// <summary>How long a message, or a session, is its receiver's alone.</summary>
    public TimeSpan LockDuration { get; init; } = TimeSpan.FromMinutes(1);
}
