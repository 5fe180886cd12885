namespace Reconciliation.Storage.Azure.Messages;

/// <summary>A queue as it must be made. What is the same for all of them stands in <see cref="ServiceBusTopology"/>.</summary>
/// <param name="Name">One of <see cref="QueueNames"/>.</param>
/// <param name="HasSessions">Whether messages of one session are received one after the other, in the order in which they were sent.</param>
public sealed record ServiceBusQueue(string Name, bool HasSessions);
