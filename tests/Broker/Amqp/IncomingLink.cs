using Microsoft.Azure.Amqp;
using Microsoft.Azure.Amqp.Framing;
using Reconciliation.Broker.Queues;

namespace Reconciliation.Broker.Amqp;

/// <summary>A link on which a client sends messages to a queue. What comes in one transfer is taken whole or refused whole.</summary>
internal sealed class IncomingLink(ReceivingAmqpLink link, QueueState queue, BrokerCore core)
{
    public void Open() => link.RegisterMessageListener(transfer => core.Post(() => Take(transfer)));

    private void Take(AmqpMessage transfer)
    {
        core.Transfers++;
        DeliveryState outcome = AmqpConstants.AcceptedOutcome;
        try
        {
            foreach (var message in MessageContent.AllOf(transfer))
                queue.Enqueue(message);
        }
        catch (AmqpException refused)
        {
            outcome = new Rejected { Error = refused.Error };
        }

        link.TryUse(() => link.DisposeMessage(transfer, outcome, true, false));
        transfer.Dispose();
    }
}
