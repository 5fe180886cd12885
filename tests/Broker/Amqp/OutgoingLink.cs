using Microsoft.Azure.Amqp;
using Microsoft.Azure.Amqp.Framing;
using Reconciliation.Broker.Queues;

namespace Reconciliation.Broker.Amqp;

/// <summary>A link on which a client receives from a queue, or from one session of it. The tag of a delivery is its lock's token.</summary>
internal sealed class OutgoingLink(SendingAmqpLink link, QueueState queue, SessionLock? session, BrokerCore core)
{
    public bool IsOpen => link.State == AmqpObjectState.Opened;

    public void Open()
    {
        // Whatever is posted, all are served afterwards.
        link.RegisterCreditListener((_, _, _) => core.Post(() => { }));
        link.RegisterDispositionListener(delivery => core.Post(() => Settle(delivery)));
        link.Closed += (_, _) => core.Post(Close);
    }

    /// <summary>Sends what is available, as far as the client's credit goes.</summary>
    public void Pump()
    {
        if (session is { IsLost: true } && IsOpen)
            link.SafeClose(new AmqpException(Names.SessionLockLost, $"The lock of session '{session.Id}' expired."));
        while (IsOpen && link.LinkCredit > 0 && queue.Take(session) is { } message)
        {
            var token = message.Lock!.Token;
            var delivery = Encoded.Message(message, core.Clock);
            delivery.DeliveryTag = new ArraySegment<byte>(token.ToByteArray());
            var isSent = false;
            link.TryUse(() => isSent = link.TrySendDelivery(delivery));
            if (!isSent)
                queue.Return(message);
            else if (link.Settings.SettleType == SettleMode.SettleOnSend)
                queue.Complete(token);
        }
    }

    private void Settle(Delivery delivery)
    {
        if (delivery.State is null or Received)
            return;
        var outcome = Settled(new Guid(delivery.DeliveryTag.AsSpan()), delivery.State);
        link.TryUse(() => link.DisposeDelivery(delivery, true, outcome));
    }

    private DeliveryState Settled(Guid token, DeliveryState state)
    {
        bool? done = state switch
        {
            Accepted => queue.Complete(token),
            Released => queue.Release(token),
            Modified { UndeliverableHere: not true } modified => queue.Abandon(token, Pairs(modified.MessageAnnotations)),
            Rejected rejected => queue.DeadLetter(token, Pairs(rejected.Error?.Info)),
            _ => null,
        };
        return done switch
        {
            true => AmqpConstants.AcceptedOutcome,
            false => Refused(Names.MessageLockLost, "The lock of the message expired, or it was settled before."),
            null => Refused(AmqpErrorCode.NotImplemented.Value, "This broker does not defer messages."),
        };
    }

    private void Close()
    {
        if (session is not null)
            queue.Release(session);
        core.Forget(this);
    }

    private static Rejected Refused(string condition, string description) =>
        new() { Error = new Error { Condition = condition, Description = description } };

    private static IEnumerable<KeyValuePair<string, object?>> Pairs(Fields? fields) =>
        fields is null ? [] : fields.Select(pair => KeyValuePair.Create(pair.Key.ToString(), (object?)pair.Value));
}
