using Azure.Messaging.ServiceBus;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;
using Reconciliation.Pipeline.Messages;
using Reconciliation.Pipeline.Telemetry;
using Reconciliation.Storage.Azure.Messages;
using TraceContext = Reconciliation.Storage.Azure.Messages.TraceContext;

namespace Reconciliation.Host.Azure.Triggers;

/// <summary>
/// What all queue triggers do around their handler: read the message, and settle it by what became of it.
/// <list type="bullet">
/// <item>Handled: completed.</item>
/// <item>Unreadable, or of another queue: dead-lettered at once, for no delivery will change it.</item>
/// <item>Failed, and to be delivered again: thrown, so that the queue delivers it again; where the environment is at
/// fault, after a pause that grows with each delivery, for the queue itself knows none.</item>
/// <item>Failed at the last delivery: dead-lettered with the kind of the failure. The queue would do so too, without saying why.</item>
/// </list>
/// </summary>
public sealed partial class MessageDelivery(TimeProvider time, ILogger<MessageDelivery> log)
{
    /// <summary>Reads and handles a message, and settles it.</summary>
    /// <param name="received">What the queue delivered.</param>
    /// <param name="queue">The queue.</param>
    /// <param name="actions">Settles it.</param>
    /// <param name="handle">Handles it; safe to repeat.</param>
    /// <param name="cancellation">The host stops: what is under way is delivered again.</param>
    /// <param name="giveUp">What is to be done once before a message is given up; null for nothing.</param>
    public async Task HandleAsync(
        ServiceBusReceivedMessage received,
        string queue,
        ServiceBusMessageActions actions,
        Func<PipelineMessage, Task> handle,
        CancellationToken cancellation,
        Func<PipelineMessage, Exception, Task>? giveUp = null)
    {
        using var activity = PipelineTelemetry.Continue(TraceContext.Of(received.ApplicationProperties), $"{queue} process");
        if (!ServiceBusEnvelope.TryRead(received, queue, out var message, out var unreadable))
        {
            MessageUnreadable(received.MessageId, unreadable.Reason);
            await actions.DeadLetterMessageAsync(received, null, unreadable.Reason, unreadable.Description, cancellation);
            return;
        }

        try
        {
            await handle(message);
        }
        catch (Exception failure) when (!cancellation.IsCancellationRequested)
        {
            await OnFailureAsync(received, actions, message, failure, giveUp, cancellation);
            return;
        }

        await actions.CompleteMessageAsync(received, cancellation);
    }

    private async Task OnFailureAsync(
        ServiceBusReceivedMessage received,
        ServiceBusMessageActions actions,
        PipelineMessage message,
        Exception failure,
        Func<PipelineMessage, Exception, Task>? giveUp,
        CancellationToken cancellation)
    {
        var isTransient = Transient.Is(failure);
        if (received.DeliveryCount < ServiceBusTopology.MaxDeliveryCount)
        {
            MessageFailed(received.MessageId, received.DeliveryCount, failure);
            if (isTransient)
                await Task.Delay(Transient.PauseAfter(received.DeliveryCount), time, cancellation);
            System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(failure);
        }

        MessageGivenUp(received.MessageId, received.DeliveryCount, failure);
        if (giveUp is not null)
            await TryGiveUpAsync(received.MessageId, () => giveUp(message, failure), cancellation);
        var reason = isTransient ? DeadLetterReasons.Environment : DeadLetterReasons.Failed;
        await actions.DeadLetterMessageAsync(received, null, reason, DeadLetterReasons.OfFailure(failure, received.MessageId), cancellation);
    }

    // What cannot even be given up in order is dead-lettered all the same: there a person finds it.
    private async Task TryGiveUpAsync(string message, Func<Task> giveUp, CancellationToken cancellation)
    {
        try
        {
            await giveUp();
        }
        catch (Exception failure) when (!cancellation.IsCancellationRequested)
        {
            GivingUpFailed(message, failure);
        }
    }

    [LoggerMessage(2001, LogLevel.Error, "Message {Message} cannot be read and is dead-lettered: {Reason}.")]
    private partial void MessageUnreadable(string message, string reason);

    [LoggerMessage(2002, LogLevel.Warning, "Message {Message} failed at delivery {Delivery} and will be delivered again.")]
    private partial void MessageFailed(string message, int delivery, Exception failure);

    [LoggerMessage(2003, LogLevel.Error, "Message {Message} failed at its last delivery, {Delivery}, and is dead-lettered.")]
    private partial void MessageGivenUp(string message, int delivery, Exception failure);

    [LoggerMessage(2004, LogLevel.Error, "What message {Message} was about could not be put aside; the message is dead-lettered nevertheless.")]
    private partial void GivingUpFailed(string message, Exception failure);
}
