using Reconciliation.Pipeline.Messages;
using Reconciliation.Pipeline.Serialization;
using Reconciliation.Pipeline.Telemetry;
using Reconciliation.Storage.Sqlite;

namespace Reconciliation.Host.Local.Embedded;

/// <summary>
/// Takes messages from the queue one after the other and hands them to their handlers. A message leaves the queue only
/// after its handler is done, so a kill loses nothing; one that keeps failing is set aside with its reason. The data
/// folder is this process's alone, so what an earlier one had in hand when it ended is taken back at the start.
/// </summary>
internal sealed partial class MessagePump(
    SqliteMessageQueue queue, MessageDispatcher dispatcher, TimeProvider time, ILogger<MessagePump> log) : BackgroundService
{
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan Idle = TimeSpan.FromSeconds(2);

    /// <summary>Handles what is due now until nothing is left, and says each message after its handler is done.</summary>
    public async Task DrainAsync(Action<PipelineMessage>? handled, CancellationToken cancellation)
    {
        await queue.TakeBackAsync(cancellation);
        while (await HandleNextAsync(handled, cancellation))
        {
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await queue.TakeBackAsync(stoppingToken);
        while (!stoppingToken.IsCancellationRequested)
        {
            if (!await HandleNextAsync(null, stoppingToken))
                await queue.WaitAsync(Idle, stoppingToken);
        }
    }

    private async Task<bool> HandleNextAsync(Action<PipelineMessage>? handled, CancellationToken cancellation)
    {
        var due = await queue.ReceiveAsync(1, Lease, time.GetUtcNow(), cancellation);
        foreach (var leased in due)
        {
            using var trace = PipelineTelemetry.Continue(leased.TraceParent, $"{StoredKinds.Of(leased.Message)} process");
            try
            {
                await dispatcher.HandleAsync(leased.Message, cancellation);
                await queue.CompleteAsync(leased, cancellation);
                handled?.Invoke(leased.Message);
            }
            catch (Exception failure) when (failure is not OperationCanceledException || !cancellation.IsCancellationRequested)
            {
                // The one place where a failing handler is caught: the queue counts its attempts and keeps the reason.
                MessageFailed(leased.Message.DeduplicationId, leased.DeliveryCount, failure);
                var delay = TimeSpan.FromSeconds(1L << Math.Min(leased.DeliveryCount, 10));
                await queue.AbandonAsync(leased, delay, failure.Message, cancellation);
            }
        }

        return !due.IsEmpty;
    }

    [LoggerMessage(1001, LogLevel.Error, "Message {Message} failed at delivery {Delivery}.")]
    private partial void MessageFailed(string message, int delivery, Exception failure);
}
