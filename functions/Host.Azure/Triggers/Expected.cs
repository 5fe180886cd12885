using Reconciliation.Pipeline.Messages;

namespace Reconciliation.Host.Azure.Triggers;

/// <summary>The kinds of message that belong in a queue.</summary>
internal static class Expected
{
    /// <summary>The message as the kind that its queue holds.</summary>
    /// <exception cref="MisplacedMessageException">It belongs in another queue.</exception>
    public static T In<T>(PipelineMessage message)
        where T : PipelineMessage => message as T ?? throw new MisplacedMessageException(message);
}

/// <summary>A message came in a queue where it does not belong.</summary>
public sealed class MisplacedMessageException(PipelineMessage message)
    : InvalidOperationException($"A message {message.GetType().Name} belongs in another queue.");
