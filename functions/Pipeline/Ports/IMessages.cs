using Reconciliation.Pipeline.Messages;

namespace Reconciliation.Pipeline.Ports;

/// <summary>Messages between steps. Each is delivered at least once, in no order that a handler may count on.</summary>
public interface IMessages
{
    /// <summary>
    /// Sends a message; it is delivered at or after <paramref name="notBefore"/> where that is given. It may be dropped
    /// while one with the same <see cref="PipelineMessage.DeduplicationId"/> still waits to be received.
    /// </summary>
    Task SendAsync(PipelineMessage message, CancellationToken cancellation, DateTimeOffset? notBefore = null);
}
