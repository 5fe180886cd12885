using System.Collections.Immutable;

namespace Reconciliation.Pipeline.Operations;

/// <summary>
/// Messages that nobody could handle and that are delivered no more until a person sends them again, by queue. A message
/// that is sent again is sent before it is taken away here: an interruption sends twice, and never loses one.
/// </summary>
public interface IDeadLetters
{
    /// <summary>The queues, in order of the flow.</summary>
    ImmutableArray<string> Queues { get; }

    /// <summary>The dead letters of a queue, the oldest first, without taking them.</summary>
    /// <param name="queue">One of <see cref="Queues"/>.</param>
    /// <param name="most">How many at most.</param>
    /// <param name="cancellation">Ends the look.</param>
    /// <param name="after">The sequence number of the last one seen; 0 for the beginning.</param>
    Task<ImmutableArray<DeadLetter>> ListAsync(string queue, int most, CancellationToken cancellation, long after = 0);

    /// <summary>Puts one dead letter back into its queue; false where it is gone, or another holds it.</summary>
    Task<bool> ReplayAsync(string queue, long sequenceNumber, CancellationToken cancellation);

    /// <summary>Puts every dead letter that lies there now back into its queue; how many that were.</summary>
    Task<int> ReplayAllAsync(string queue, CancellationToken cancellation);
}

/// <summary>A message that was taken out of its queue because nobody could handle it.</summary>
/// <param name="SequenceNumber">Its number among the dead letters of the queue: what names it for a replay.</param>
/// <param name="MessageId">The identifier that it was sent with.</param>
/// <param name="Kind">The kind of message; empty where the sender did not say.</param>
/// <param name="SessionId">What it concerns: an account's key, a file's name; null in a queue without sessions.</param>
/// <param name="Reason">Why it lies here, in a word.</param>
/// <param name="Description">Why it lies here, in a sentence.</param>
/// <param name="Deliveries">How often it was delivered before.</param>
/// <param name="EnqueuedAt">When it was put into its queue.</param>
public sealed record DeadLetter(
    long SequenceNumber, string MessageId, string Kind, string? SessionId, string Reason, string Description, int Deliveries,
    DateTimeOffset EnqueuedAt);
