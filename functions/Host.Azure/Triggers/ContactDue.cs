using Azure.Messaging.ServiceBus;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;
using Reconciliation.Pipeline.Recovery;
using Reconciliation.Storage.Azure.Messages;
using Said = Reconciliation.Pipeline.Messages;

namespace Reconciliation.Host.Azure.Triggers;

/// <summary>A contact may go out: the rules are asked once more, then it is sent, put off, or suppressed with the rule.</summary>
public sealed partial class ContactDue(MessageDelivery delivery, SendContact send, ILogger<ContactDue> log)
{
    /// <summary>Makes the contact.</summary>
    [Function(nameof(ContactDue))]
    public Task RunAsync(
        [ServiceBusTrigger(QueueNames.ContactDue, Connection = "ServiceBus", IsSessionsEnabled = true, AutoCompleteMessages = false)]
        ServiceBusReceivedMessage message,
        ServiceBusMessageActions actions,
        CancellationToken cancellation) =>
        delivery.HandleAsync(
            message, QueueNames.ContactDue, actions, said => SendAsync((Said.ContactDue)said, cancellation), cancellation);

    private async Task SendAsync(Said.ContactDue due, CancellationToken cancellation)
    {
        await send.HandleAsync(due, cancellation);
        Handled(due.Contact);
    }

    [LoggerMessage(2040, LogLevel.Information, "Contact {Contact} was decided on; its account says what became of it.")]
    private partial void Handled(string contact);
}
