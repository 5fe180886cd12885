using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using Azure.Messaging.ServiceBus;
using Reconciliation.Pipeline.Messages;
using Reconciliation.Pipeline.Serialization;

namespace Reconciliation.Storage.Azure.Messages;

/// <summary>Messages of the pipeline as messages of Service Bus: the body is their stored JSON, the subject their kind.</summary>
public static class ServiceBusEnvelope
{
    private const string ContentType = "application/json";
    private const int LongestDescription = 1024;

    /// <summary>Wraps a message to be sent at <paramref name="now"/>, in the trace that is running.</summary>
    /// <param name="message">The message.</param>
    /// <param name="now">The instant of sending.</param>
    /// <param name="notBefore">When it may be delivered; null or past for at once.</param>
    public static ServiceBusMessage Of(PipelineMessage message, DateTimeOffset now, DateTimeOffset? notBefore = null)
    {
        var envelope = new ServiceBusMessage(StoredJson.Write(message))
        {
            MessageId = ServiceBusTopology.MessageIdOf(message, notBefore),
            SessionId = ServiceBusTopology.SessionIdOf(message),
            Subject = StoredKinds.Of(message),
            ContentType = ContentType,
        };
        if (notBefore > now)
            envelope.ScheduledEnqueueTime = notBefore.Value;
        TraceContext.Write(envelope.ApplicationProperties, Activity.Current);
        return envelope;
    }

    /// <summary>Reads a message that was received from a queue. What it cannot read stays unreadable: dead-letter it with the reason.</summary>
    public static bool TryRead(
        ServiceBusReceivedMessage received, string queue,
        [NotNullWhen(true)] out PipelineMessage? message, [NotNullWhen(false)] out UnreadableMessage? unreadable)
    {
        (message, unreadable) = received.GetRawAmqpMessage().Body.TryGetData(out _)
            ? Read(received.Body, queue)
            : Unreadable(UnreadableMessage.BodyUnreadable, "The body is an AMQP value, not bytes. Find out who sent it; it is not tried again.");
        return message is not null;
    }

    private static (PipelineMessage?, UnreadableMessage?) Read(BinaryData body, string queue)
    {
        try
        {
            if (!IsKnown(body, out var kind))
            {
                return Unreadable(
                    UnreadableMessage.KindUnknown, $"This release knows no message '{kind}'. Replay it once a release that does is deployed.");
            }

            var message = StoredJson.Read<PipelineMessage>(body.ToString());
            var home = ServiceBusTopology.QueueOf(message);
            return home == queue
                ? (message, null)
                : Unreadable(UnreadableMessage.WrongQueue, $"'{kind}' belongs in the queue '{home}', and came in '{queue}'. Send it there.");
        }
        catch (JsonException exception)
        {
            return Unreadable(
                UnreadableMessage.BodyUnreadable,
                $"The body is no message of the pipeline: {exception.Message} Find out who sent it; it is not tried again.");
        }
    }

    private static bool IsKnown(BinaryData body, out string? kind)
    {
        using var document = JsonDocument.Parse(body);
        kind = document.RootElement.ValueKind == JsonValueKind.Object
            && document.RootElement.TryGetProperty(StoredKinds.Property, out var named) && named.ValueKind == JsonValueKind.String
                ? named.GetString()
                : throw new JsonException($"It has no '{StoredKinds.Property}'.");
        var name = kind;
        return StoredKinds.Messages.Any(known => known.Name == name);
    }

    private static (PipelineMessage?, UnreadableMessage?) Unreadable(string reason, string description) =>
        (null, new UnreadableMessage(reason, description.Length <= LongestDescription ? description : description[..LongestDescription]));
}
