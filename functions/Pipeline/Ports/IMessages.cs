using Reconciliation.Pipeline.Messages;

namespace Reconciliation.Pipeline.Ports;

/// <summary>Messages between steps. Each is delivered at least once, in no order that a handler may count on.</summary>
public interface IMessages
{
    /// <summary>
    /// Sends a message; it is delivered at or after <paramref name="notBefore"/> where that is given. It may be dropped
    /// while one with the same <see cref="PipelineMessage.DeduplicationId"/> still waits to be received, and on Service Bus
    /// for ten minutes after the first was sent, even if that was dealt with: which is safe because whatever happens anew
    /// has an identifier of its own (<see cref="AccountChanged"/> its version, <see cref="AccountWoken"/> its instant,
    /// contacts, accepted files and imports themselves), and <see cref="StatementArrived"/> is never dropped there.
    /// </summary>
    Task SendAsync(PipelineMessage message, CancellationToken cancellation, DateTimeOffset? notBefore = null);
}
