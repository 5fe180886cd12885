using System.Collections.Concurrent;
using Azure.Messaging.ServiceBus;
using Reconciliation.Pipeline.Messages;
using Reconciliation.Pipeline.Ports;

namespace Reconciliation.Storage.Azure.Messages;

/// <summary>
/// Messages between steps on Service Bus queues, as <see cref="ServiceBusTopology"/> says.
/// <para>The client stays the caller's; disposing closes the links that were opened on it.</para>
/// </summary>
public sealed class ServiceBusMessages(ServiceBusClient client, TimeProvider clock) : IMessages, IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, ServiceBusSender> _senders = new();

    /// <inheritdoc/>
    public Task SendAsync(PipelineMessage message, CancellationToken cancellation, DateTimeOffset? notBefore = null) =>
        SendAsync([message], cancellation, notBefore);

    /// <summary>
    /// Sends messages in as few requests as they fit in, each queue's in their order. A request that fails leaves those
    /// before it sent. Throws <see cref="MessageTooLargeException"/> before anything is sent where one fits in none.
    /// </summary>
    public async Task SendAsync(IReadOnlyList<PipelineMessage> messages, CancellationToken cancellation, DateTimeOffset? notBefore = null)
    {
        var requests = new List<(ServiceBusSender Sender, ServiceBusMessageBatch Batch)>();
        try
        {
            foreach (var queue in messages.GroupBy(ServiceBusTopology.QueueOf))
            {
                var sender = _senders.GetOrAdd(queue.Key, client.CreateSender);
                var envelopes = queue.Select(message => ServiceBusEnvelope.Of(message, clock.GetUtcNow(), notBefore));
                requests.AddRange((await BatchesAsync(sender, envelopes, cancellation)).Select(batch => (sender, batch)));
            }

            foreach (var (sender, batch) in requests)
                await sender.SendMessagesAsync(batch, cancellation);
        }
        finally
        {
            requests.ForEach(request => request.Batch.Dispose());
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        foreach (var sender in _senders.Values)
            await sender.DisposeAsync();
    }

    private static async Task<List<ServiceBusMessageBatch>> BatchesAsync(
        ServiceBusSender sender, IEnumerable<ServiceBusMessage> envelopes, CancellationToken cancellation)
    {
        var batches = new List<ServiceBusMessageBatch>();
        foreach (var envelope in envelopes)
        {
            if (batches.Count > 0 && batches[^1].TryAddMessage(envelope))
                continue;
            batches.Add(await sender.CreateMessageBatchAsync(cancellation));
            if (batches[^1].TryAddMessage(envelope))
                continue;
            batches.ForEach(batch => batch.Dispose());
            throw new MessageTooLargeException(envelope.Subject, sender.EntityPath, envelope.Body.ToMemory().Length);
        }

        return batches;
    }
}
