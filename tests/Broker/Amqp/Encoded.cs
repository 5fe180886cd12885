using Microsoft.Azure.Amqp;
using Microsoft.Azure.Amqp.Framing;
using Reconciliation.Broker.Queues;

namespace Reconciliation.Broker.Amqp;

/// <summary>Messages of a queue as AMQP messages.</summary>
internal static class Encoded
{
    private const int Active = 0;
    private const int Scheduled = 2;

    public static AmqpMessage Message(StoredMessage stored, TimeProvider clock)
    {
        var message = AmqpMessage.Create(new Data { Value = new ArraySegment<byte>(stored.Content.Body) });
        message.Header.DeliveryCount = (uint)stored.FailedDeliveries;
        Copy(stored.Content.Properties, message.Properties);
        foreach (var (name, value) in stored.Content.Application)
            message.ApplicationProperties.Map[name] = value;
        foreach (var (name, value) in stored.Content.Annotations)
            message.MessageAnnotations.Map[name] = value;
        Annotate(message.MessageAnnotations.Map, stored, clock);
        return message;
    }

    public static ArraySegment<byte> Bytes(AmqpMessage message)
    {
        using var stream = new BufferListStream(message.GetPayload());
        return stream.ReadBytes((int)stream.Length);
    }

    /// <summary>An instant of the broker's clock by the clock of clients, who compare the end of a lock with their own.</summary>
    public static DateTime ForClients(DateTimeOffset until, TimeProvider clock) => (DateTimeOffset.UtcNow + (until - clock.GetUtcNow())).UtcDateTime;

    private static void Annotate(Annotations annotations, StoredMessage stored, TimeProvider clock)
    {
        annotations[Names.SequenceNumber] = stored.SequenceNumber;
        annotations[Names.EnqueuedTime] = stored.EnqueuedAt.UtcDateTime;
        annotations[Names.State] = stored.ScheduledFor is null ? Active : Scheduled;
        if (stored.Lock is { } held)
            annotations[Names.LockedUntil] = ForClients(held.Session?.Until ?? held.Until, clock);
        if (stored.Source is { } source)
            annotations[Names.DeadLetterSource] = source;
    }

    private static void Copy(Properties from, Properties to)
    {
        to.MessageId = from.MessageId;
        to.GroupId = from.GroupId;
        to.Subject = from.Subject;
        to.ContentType = from.ContentType;
        to.CorrelationId = from.CorrelationId;
        to.To = from.To;
        to.ReplyTo = from.ReplyTo;
        to.ReplyToGroupId = from.ReplyToGroupId;
    }
}
