using Azure.Messaging.ServiceBus;
using Reconciliation.Pipeline.Messages;
using Reconciliation.Storage.Azure.Messages;

namespace Reconciliation.Storage.Contract.Azure;

/// <summary>What people see of dead letters, and their way back.</summary>
[Collection(QueuesUnderTest.OneAfterTheOther)]
public sealed class DeadLettersTests : IAsyncLifetime
{
    private QueuesUnderTest? _queues;

    private QueuesUnderTest Queues => _queues ?? throw new InvalidOperationException("The queues are not open yet.");

    private static CancellationToken None => CancellationToken.None;

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await Queues.DisposeAsync();

    [Theory]
    [MemberData(nameof(QueuesUnderTest.Brokers), MemberType = typeof(QueuesUnderTest))]
    public async Task Unreadable_IsListedWithWhatARecipientSaidOfIt(string broker)
    {
        _queues = await QueuesUnderTest.OpenAsync(broker);
        await using var sender = Queues.Client.CreateSender(QueueNames.EntriesAccepted);
        await sender.SendMessageAsync(new ServiceBusMessage("not JSON") { MessageId = ServiceBusTopology.FreshMessageId() });
        await DeadLetterAsync(1);

        var letter = Assert.Single(await Queues.DeadLetters.ListAsync(QueueNames.EntriesAccepted, 10, None));

        Assert.Equal(UnreadableMessage.BodyUnreadable, letter.Reason);
        Assert.StartsWith("The body is no message of the pipeline", letter.Description, StringComparison.Ordinal);
        Assert.Equal("", letter.Kind);
    }

    [Fact]
    public async Task List_GoesOnAfterTheLastOneSeen()
    {
        _queues = await QueuesUnderTest.OpenAsync();
        await Queues.Messages.SendAsync([.. Enumerable.Range(0, 120).Select(n => new EntriesAccepted($"f-{n}"))], None);
        await DeadLetterAsync(120);

        var first = await Queues.DeadLetters.ListAsync(QueueNames.EntriesAccepted, 110, None);
        var rest = await Queues.DeadLetters.ListAsync(QueueNames.EntriesAccepted, 110, None, first[^1].SequenceNumber);

        Assert.Equal((110, 10), (first.Length, rest.Length));
        Assert.Equal(
            Enumerable.Range(0, 120).Select(n => $"entries:f-{n}").Order(StringComparer.Ordinal),
            first.Concat(rest).Select(letter => letter.MessageId).Order(StringComparer.Ordinal));
        Assert.All(first, letter => Assert.Equal(Queues.Clock.Now, letter.EnqueuedAt));
    }

    [Theory]
    [MemberData(nameof(QueuesUnderTest.Brokers), MemberType = typeof(QueuesUnderTest))]
    public async Task Replay_OfOne_LeavesTheOthers(string broker)
    {
        _queues = await QueuesUnderTest.OpenAsync(broker);
        var run = ServiceBusTopology.FreshMessageId();
        await Queues.Messages.SendAsync([new EntriesAccepted($"{run}-1"), new EntriesAccepted($"{run}-2"), new EntriesAccepted($"{run}-3")], None);
        await DeadLetterAsync(3);
        var letters = await Queues.DeadLetters.ListAsync(QueueNames.EntriesAccepted, 10, None);
        var second = letters.Single(letter => letter.MessageId == $"entries:{run}-2");

        Assert.True(await Queues.DeadLetters.ReplayAsync(QueueNames.EntriesAccepted, second.SequenceNumber, None));
        Assert.False(await Queues.DeadLetters.ReplayAsync(QueueNames.EntriesAccepted, second.SequenceNumber, None));

        Assert.Equal([new EntriesAccepted($"{run}-2")], await Queues.ReceiveAllAsync());
        Assert.Equal(
            letters.Remove(second).Select(letter => letter.MessageId),
            (await Queues.DeadLetters.ListAsync(QueueNames.EntriesAccepted, 10, None)).Select(letter => letter.MessageId));
    }

    [Theory]
    [MemberData(nameof(QueuesUnderTest.Brokers), MemberType = typeof(QueuesUnderTest))]
    public async Task Replay_OfAMessageOfASession_KeepsTheSessionAndBeginsAnew(string broker)
    {
        _queues = await QueuesUnderTest.OpenAsync(broker);
        var contact = new ContactDue(Given.Account with { Debtor = ServiceBusTopology.FreshMessageId() }, ServiceBusTopology.FreshMessageId());
        await Queues.Messages.SendAsync(contact, None);
        await using (var session = await Queues.Client.AcceptNextSessionAsync(QueueNames.ContactDue))
            await session.DeadLetterMessageAsync(await session.ReceiveMessageAsync(), "letter-refused", "The debtor has no address.");

        Assert.Equal(1, await Queues.DeadLetters.ReplayAllAsync(QueueNames.ContactDue, None));

        await using var again = await Queues.Client.AcceptSessionAsync(QueueNames.ContactDue, contact.Account.ToString());
        var replayed = await again.ReceiveMessageAsync();
        Assert.True(ServiceBusEnvelope.TryRead(replayed, QueueNames.ContactDue, out var read, out _));
        Assert.Equal(contact, read);
        Assert.Equal((1, contact.DeduplicationId), (replayed.DeliveryCount, replayed.ApplicationProperties[DeadLetters.ReplayOf]));
        Assert.Null(replayed.DeadLetterReason);
        await again.CompleteMessageAsync(replayed);
        Assert.Empty(await Queues.DeadLetters.ListAsync(QueueNames.ContactDue, 10, None));
    }

    [Fact]
    public async Task Replay_ThatCannotBeSent_LeavesTheDeadLetterFree()
    {
        _queues = await QueuesUnderTest.OpenAsync();
        await Queues.Messages.SendAsync([new EntriesAccepted("f"), new EntriesAccepted("g")], None);
        await DeadLetterAsync(2);
        await using var full = new ClientOfAFullQueue(Queues.ConnectionString);

        await Assert.ThrowsAsync<ServiceBusException>(() => new DeadLetters(full).ReplayAllAsync(QueueNames.EntriesAccepted, None));

        Assert.Equal(2, await Queues.DeadLetters.ReplayAllAsync(QueueNames.EntriesAccepted, None));
    }

    [Fact]
    public async Task Replay_OfAReplay_StillNamesTheFirstMessage()
    {
        _queues = await QueuesUnderTest.OpenAsync();
        await Queues.Messages.SendAsync(new EntriesAccepted("f"), None);
        for (var round = 0; round < 2; round++)
        {
            await DeadLetterAsync(1);
            Assert.Equal(1, await Queues.DeadLetters.ReplayAllAsync(QueueNames.EntriesAccepted, None));
        }

        await using var receiver = Queues.Client.CreateReceiver(QueueNames.EntriesAccepted);
        Assert.Equal("entries:f", (await receiver.ReceiveMessageAsync()).ApplicationProperties[DeadLetters.ReplayOf]);
    }

    /// <summary>Takes messages as a recipient does who cannot handle any.</summary>
    private async Task DeadLetterAsync(int count)
    {
        await using var receiver = Queues.Client.CreateReceiver(QueueNames.EntriesAccepted);
        while (count > 0)
        {
            foreach (var message in await receiver.ReceiveMessagesAsync(count))
            {
                ServiceBusEnvelope.TryRead(message, QueueNames.EntriesAccepted, out _, out var unreadable);
                await receiver.DeadLetterMessageAsync(message, unreadable?.Reason ?? "tested", unreadable?.Description ?? "For a test.");
                count--;
            }
        }
    }

    /// <summary>Receives as any other, and cannot send.</summary>
    private sealed class ClientOfAFullQueue(string connectionString) : ServiceBusClient(connectionString)
    {
        public override ServiceBusSender CreateSender(string queueOrTopicName) => new SenderToAFullQueue(this, queueOrTopicName);
    }

    private sealed class SenderToAFullQueue(ServiceBusClient client, string queue) : ServiceBusSender(client, queue)
    {
        public override Task SendMessageAsync(ServiceBusMessage message, CancellationToken cancellationToken = default) =>
            throw new ServiceBusException("The queue is full.", ServiceBusFailureReason.QuotaExceeded);
    }
}
