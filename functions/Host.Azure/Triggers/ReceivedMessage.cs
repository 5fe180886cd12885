using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using Azure.Messaging.ServiceBus;
using Reconciliation.Pipeline.Messages;
using Reconciliation.Pipeline.Serialization;

namespace Reconciliation.Host.Azure.Triggers;

/// <summary>Reads the pipeline's message out of what a queue delivered.</summary>
internal static class ReceivedMessage
{
    /// <summary>Reads a message; what cannot be read will not be readable at the next delivery either.</summary>
    public static bool TryRead(
        ServiceBusReceivedMessage received, [NotNullWhen(true)] out PipelineMessage? message, [NotNullWhen(false)] out string? fault)
    {
        try
        {
            message = StoredJson.Read<PipelineMessage>(received.Body.ToString());
            fault = null;
            return true;
        }
        catch (JsonException unreadable)
        {
            message = null;
            fault = unreadable.Message;
            return false;
        }
    }
}
