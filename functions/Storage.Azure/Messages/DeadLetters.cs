using System.Collections.Immutable;
using Azure.Messaging.ServiceBus;
using Reconciliation.Pipeline.Operations;

namespace Reconciliation.Storage.Azure.Messages;

/// <summary>
/// The dead letters of a queue, for operations: what lies there and why, and its return to the queue once the cause is gone.
/// <para>A replay sends first and completes the dead letter afterwards: a fall in between sends twice, and never loses one.</para>
/// </summary>
public sealed class DeadLetters(ServiceBusClient client) : IDeadLetters
{
    /// <summary>The property of a replayed message that holds the identifier it was first sent with.</summary>
    public const string ReplayOf = "replay-of";

    private const int PageSize = 100;

    /// <summary>How long to wait for dead letters that were seen: what does not come by then is held by another.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <inheritdoc/>
    public ImmutableArray<string> Queues { get; } = [.. ServiceBusTopology.Queues.Select(queue => queue.Name)];

    /// <inheritdoc/>
    public async Task<ImmutableArray<DeadLetter>> ListAsync(string queue, int most, CancellationToken cancellation, long after = 0)
    {
        await using var receiver = Receiver(queue);
        var found = ImmutableArray.CreateBuilder<DeadLetter>();
        while (found.Count < most)
        {
            var page = await receiver.PeekMessagesAsync(Math.Min(PageSize, most - found.Count), after + 1, cancellation);
            if (page.Count == 0)
                break;
            found.AddRange(page.Select(Described));
            after = page[^1].SequenceNumber;
        }

        return found.ToImmutable();
    }

    /// <inheritdoc/>
    public async Task<bool> ReplayAsync(string queue, long sequenceNumber, CancellationToken cancellation) =>
        await ListAsync(queue, 1, cancellation, sequenceNumber - 1) is [var next]
            && next.SequenceNumber == sequenceNumber
            && await ReplayAsync(queue, new HashSet<long> { sequenceNumber }, cancellation) == 1;

    /// <inheritdoc/>
    public async Task<int> ReplayAllAsync(string queue, CancellationToken cancellation)
    {
        var letters = await ListAsync(queue, int.MaxValue, cancellation);
        return await ReplayAsync(queue, letters.Select(letter => letter.SequenceNumber).ToHashSet(), cancellation);
    }

    private async Task<int> ReplayAsync(string queue, HashSet<long> sought, CancellationToken cancellation)
    {
        await using var receiver = Receiver(queue);
        await using var sender = client.CreateSender(queue);
        // What is received cannot be chosen: all of it is held, so that it does not come again, and then let go.
        var held = new List<ServiceBusReceivedMessage>();
        var replayed = 0;
        try
        {
            while (sought.Count > 0 && await receiver.ReceiveMessagesAsync(PageSize, Patience, cancellation) is { Count: > 0 } received)
            {
                held.AddRange(received);
                foreach (var letter in received.Where(letter => sought.Remove(letter.SequenceNumber)))
                {
                    await sender.SendMessageAsync(Again(letter), cancellation);
                    await receiver.CompleteMessageAsync(letter, cancellation);
                    held.Remove(letter);
                    replayed++;
                }
            }
        }
        finally
        {
            foreach (var letter in held)
                await LetGoAsync(receiver, letter);
        }

        return replayed;
    }

    private static async Task LetGoAsync(ServiceBusReceiver receiver, ServiceBusReceivedMessage letter)
    {
        try
        {
            await receiver.AbandonMessageAsync(letter);
        }
        catch (ServiceBusException lost) when (lost.Reason == ServiceBusFailureReason.MessageLockLost)
        {
            // It was held for so long that it is free already.
        }
    }

    private ServiceBusReceiver Receiver(string queue) =>
        client.CreateReceiver(queue, new ServiceBusReceiverOptions { SubQueue = SubQueue.DeadLetter });

    /// <summary>The same message under an identifier that the duplicate detection has not seen.</summary>
    private static ServiceBusMessage Again(ServiceBusReceivedMessage letter) => new(letter)
    {
        MessageId = ServiceBusTopology.FreshMessageId(),
        ScheduledEnqueueTime = default,
        ApplicationProperties = { [ReplayOf] = letter.ApplicationProperties.GetValueOrDefault(ReplayOf, letter.MessageId) },
    };

    private static DeadLetter Described(ServiceBusReceivedMessage letter) => new(
        letter.SequenceNumber, letter.MessageId ?? "", letter.Subject ?? "", letter.SessionId, letter.DeadLetterReason ?? "",
        letter.DeadLetterErrorDescription ?? "", letter.DeliveryCount, letter.EnqueuedTime);
}
