using Reconciliation.Pipeline.Messages;

namespace Reconciliation.Storage.Sqlite;

/// <summary>A message in the hands of a receiver until its lease ends, is completed or abandoned.</summary>
/// <param name="Id">Its number in the queue.</param>
/// <param name="Message">What it says.</param>
/// <param name="DeliveryCount">The how-manieth delivery this is, from 1.</param>
/// <param name="Lease">Names this delivery: a later one of the same message has another.</param>
/// <param name="TraceParent">The trace that it was sent in, as W3C Trace Context; null for none.</param>
public sealed record LeasedMessage(long Id, PipelineMessage Message, int DeliveryCount, string Lease, string? TraceParent = null);

/// <summary>A message that is delivered no more until a person sends it again.</summary>
/// <param name="Id">Its number in the queue.</param>
/// <param name="Said">What it says, as stored.</param>
/// <param name="DeliveryCount">How often it was delivered.</param>
/// <param name="Reason">Why the last delivery failed.</param>
/// <param name="At">When it was given up.</param>
public sealed record DeadLetter(long Id, string Said, int DeliveryCount, string Reason, DateTimeOffset At);

/// <summary>How many messages there are.</summary>
/// <param name="Waiting">May be received now.</param>
/// <param name="Later">Due at a later instant.</param>
/// <param name="Leased">In somebody's hands.</param>
/// <param name="Dead">Given up.</param>
public readonly record struct MessageCounts(int Waiting, int Later, int Leased, int Dead);
