namespace Reconciliation.Storage.Azure.Messages;

/// <summary>A message alone is larger than the service takes. Messages carry names and keys, so this is a bug of the sender.</summary>
public sealed class MessageTooLargeException : Exception
{
    internal MessageTooLargeException(string kind, string queue, long bytes)
        : base($"A message '{kind}' of {bytes} bytes is larger than the queue '{queue}' takes; nothing was sent.")
    {
    }
}
