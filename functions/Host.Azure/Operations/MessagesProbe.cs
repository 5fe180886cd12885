using Azure.Messaging.ServiceBus;
using Reconciliation.Pipeline.Operations;
using Reconciliation.Storage.Azure.Messages;

namespace Reconciliation.Host.Azure.Operations;

/// <summary>Looks at a queue without taking anything from it.</summary>
internal sealed class MessagesProbe(ServiceBusClient client) : IReadinessProbe
{
    // The one queue without sessions, which any receiver may look into.
    private const string Queue = QueueNames.EntriesAccepted;

    public string Name => "messages";

    public async Task ProbeAsync(CancellationToken cancellation)
    {
        await using var receiver = client.CreateReceiver(Queue);
        await receiver.PeekMessageAsync(cancellationToken: cancellation);
    }
}
