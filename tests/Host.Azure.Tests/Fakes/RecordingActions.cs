using Azure.Messaging.ServiceBus;
using Microsoft.Azure.Functions.Worker;

namespace Reconciliation.Host.Azure.Tests.Fakes;

/// <summary>Writes down how messages were settled.</summary>
internal sealed class RecordingActions : ServiceBusMessageActions
{
    public List<string> Settled { get; } = [];

    public string? Description { get; private set; }

    public override Task CompleteMessageAsync(ServiceBusReceivedMessage message, CancellationToken cancellationToken = default)
    {
        Settled.Add("completed");
        return Task.CompletedTask;
    }

    public override Task DeadLetterMessageAsync(
        ServiceBusReceivedMessage message,
        Dictionary<string, object>? propertiesToModify = null,
        string? deadLetterReason = null,
        string? deadLetterErrorDescription = null,
        CancellationToken cancellationToken = default)
    {
        Settled.Add($"dead-lettered: {deadLetterReason}");
        Description = deadLetterErrorDescription;
        return Task.CompletedTask;
    }
}
