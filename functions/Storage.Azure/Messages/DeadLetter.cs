namespace Reconciliation.Storage.Azure.Messages;

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
