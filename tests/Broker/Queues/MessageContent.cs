using Microsoft.Azure.Amqp;
using Microsoft.Azure.Amqp.Framing;

namespace Reconciliation.Broker.Queues;

/// <summary>What a sender wrote, apart from the buffers that it came in.</summary>
internal sealed record MessageContent(
    byte[] Body, Properties Properties, IReadOnlyDictionary<string, object?> Application, IReadOnlyDictionary<string, object?> Annotations)
{
    public string? MessageId => Properties.MessageId?.ToString();

    public string? SessionId => Properties.GroupId;

    public DateTimeOffset? ScheduledFor =>
        Annotations.TryGetValue(Names.ScheduledEnqueueTime, out var at) && at is DateTime time ? new DateTimeOffset(time, TimeSpan.Zero) : null;

    /// <summary>The messages of a transfer: one, or those of a batch.</summary>
    public static IEnumerable<MessageContent> AllOf(AmqpMessage transfer) =>
        transfer.MessageFormat == AmqpConstants.AmqpBatchedMessageFormat ? [.. transfer.DataBody.Select(part => Of(Bytes(part)))] : [Of(transfer)];

    /// <summary>A message in its encoded form.</summary>
    public static MessageContent Of(ArraySegment<byte> encoded)
    {
        using var message = AmqpMessage.CreateAmqpStreamMessage(new BufferListStream([encoded]), true);
        return Of(message);
    }

    /// <summary>The same with more application properties.</summary>
    public MessageContent With(IEnumerable<KeyValuePair<string, object?>> properties)
    {
        var all = new Dictionary<string, object?>(Application);
        foreach (var (name, value) in properties)
            all[name] = value;
        return this with { Application = all };
    }

    private static MessageContent Of(AmqpMessage message)
    {
        if ((message.BodyType & SectionFlag.Data) == 0)
            throw new AmqpException(AmqpErrorCode.NotImplemented, "This broker takes messages with a body of data only.");
        return new MessageContent(
            [.. message.DataBody.SelectMany(part => Bytes(part))],
            (message.Sections & SectionFlag.Properties) == 0 ? new Properties() : message.Properties,
            (message.Sections & SectionFlag.ApplicationProperties) == 0
                ? new Dictionary<string, object?>()
                : message.ApplicationProperties.Map.ToDictionary(pair => pair.Key.ToString(), pair => (object?)pair.Value),
            (message.Sections & SectionFlag.MessageAnnotations) == 0
                ? new Dictionary<string, object?>()
                : message.MessageAnnotations.Map.ToDictionary(pair => pair.Key.ToString(), pair => (object?)pair.Value));
    }

    private static ArraySegment<byte> Bytes(Data part) => part.Value is byte[] array ? array : (ArraySegment<byte>)part.Value;
}
