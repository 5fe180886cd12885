using System.Diagnostics;
using Azure.Messaging.ServiceBus;
using Reconciliation.Pipeline.Messages;
using Reconciliation.Storage.Azure.Messages;

namespace Reconciliation.Storage.Contract.Azure;

/// <summary>What queues of Service Bus do with the pipeline's messages.</summary>
[Collection(QueuesUnderTest.OneAfterTheOther)]
public sealed class ServiceBusTests : IAsyncLifetime
{
    private QueuesUnderTest? _queues;

    private QueuesUnderTest Queues => _queues ?? throw new InvalidOperationException("The queues are not open yet.");

    private static CancellationToken None => CancellationToken.None;

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await Queues.DisposeAsync();

    [Theory]
    [MemberData(nameof(QueuesUnderTest.Brokers), MemberType = typeof(QueuesUnderTest))]
    public async Task Repetition_WithinTheWindow_IsDropped(string broker)
    {
        _queues = await QueuesUnderTest.OpenAsync(broker);
        var account = Given.Account with { Debtor = ServiceBusTopology.FreshMessageId() };
        await Queues.Messages.SendAsync([new AccountChanged(account, 3), new AccountChanged(account, 3), new AccountChanged(account, 4)], None);
        await Queues.Messages.SendAsync(new AccountChanged(account, 4), None);
        Assert.Equal([new AccountChanged(account, 3), new AccountChanged(account, 4)], await Queues.ReceiveAllAsync());

        await Queues.Messages.SendAsync(new AccountChanged(account, 3), None);

        Assert.Empty(await Queues.ReceiveAllAsync());
    }

    [Fact]
    public async Task Repetition_AfterTheWindow_IsDelivered()
    {
        _queues = await QueuesUnderTest.OpenAsync();
        await Queues.Messages.SendAsync(new EntriesAccepted("f"), None);
        Assert.Single(await Queues.ReceiveAllAsync());

        Queues.Clock.Pass(ServiceBusTopology.DuplicateDetectionWindow);
        await Queues.Messages.SendAsync(new EntriesAccepted("f"), None);

        Assert.Single(await Queues.ReceiveAllAsync());
    }

    [Theory]
    [MemberData(nameof(QueuesUnderTest.Brokers), MemberType = typeof(QueuesUnderTest))]
    public async Task Sessions_KeepTheOrderOfTheirAccount_AndRunBesideEachOther(string broker)
    {
        _queues = await QueuesUnderTest.OpenAsync(broker);
        var run = ServiceBusTopology.FreshMessageId();
        var accounts = new[] { Given.Account with { Debtor = $"{run}-1" }, Given.Account with { Debtor = $"{run}-2" } };
        for (var version = 1; version <= 10; version++)
            await Queues.Messages.SendAsync([.. accounts.Select(account => new AccountChanged(account, version))], None);

        await using var one = await Queues.Client.AcceptNextSessionAsync(QueueNames.AccountChanged);
        await using var other = await Queues.Client.AcceptNextSessionAsync(QueueNames.AccountChanged);

        Assert.Equal(accounts.Select(account => account.ToString()).Order(), new[] { one.SessionId, other.SessionId }.Order());
        foreach (var session in new[] { one, other })
        {
            for (var version = 1; version <= 10; version++)
            {
                var message = await session.ReceiveMessageAsync();
                Assert.True(ServiceBusEnvelope.TryRead(message, QueueNames.AccountChanged, out var read, out _));
                Assert.Equal((session.SessionId, version), read is AccountChanged changed ? (changed.Account.ToString(), changed.Version) : default);
                await session.CompleteMessageAsync(message);
            }
        }

        var taken = await Assert.ThrowsAsync<ServiceBusException>(() => Queues.Client.AcceptSessionAsync(QueueNames.AccountChanged, one.SessionId));
        Assert.Equal(ServiceBusFailureReason.SessionCannotBeLocked, taken.Reason);
    }

    [Theory]
    [MemberData(nameof(QueuesUnderTest.Brokers), MemberType = typeof(QueuesUnderTest))]
    public async Task Message_ThatFailsEveryTime_EndsAsADeadLetter(string broker)
    {
        _queues = await QueuesUnderTest.OpenAsync(broker);
        await Queues.Messages.SendAsync(new EntriesAccepted(ServiceBusTopology.FreshMessageId()), None);
        await using var receiver = Queues.Client.CreateReceiver(QueueNames.EntriesAccepted);

        for (var delivery = 1; delivery <= ServiceBusTopology.MaxDeliveryCount; delivery++)
        {
            var message = await receiver.ReceiveMessageAsync();
            Assert.Equal(delivery, message.DeliveryCount);
            await receiver.AbandonMessageAsync(message);
        }

        Assert.Empty(await Queues.ReceiveAllAsync());
        var letter = Assert.Single(await Queues.DeadLetters.ListAsync(QueueNames.EntriesAccepted, 10, None));
        Assert.Equal(ServiceBusTopology.MaxDeliveryCountExceeded, letter.Reason);
        Assert.Equal("entries-accepted", letter.Kind);
    }

    [Fact]
    public async Task Lock_ThatExpires_LetsAnotherReceive()
    {
        _queues = await QueuesUnderTest.OpenAsync();
        await Queues.Messages.SendAsync(new EntriesAccepted("f"), None);
        await using var slow = Queues.Client.CreateReceiver(QueueNames.EntriesAccepted);
        await using var other = Queues.Client.CreateReceiver(QueueNames.EntriesAccepted);
        var held = await slow.ReceiveMessageAsync();

        Queues.Clock.Pass(ServiceBusTopology.LockDuration);

        var again = await other.ReceiveMessageAsync();
        Assert.Equal((held.MessageId, 2), (again.MessageId, again.DeliveryCount));
        var lost = await Assert.ThrowsAsync<ServiceBusException>(() => slow.CompleteMessageAsync(held));
        Assert.Equal(ServiceBusFailureReason.MessageLockLost, lost.Reason);
        await other.CompleteMessageAsync(again);
    }

    [Fact]
    public async Task Session_WhoseLockExpires_GoesToAnother()
    {
        _queues = await QueuesUnderTest.OpenAsync();
        await Queues.Messages.SendAsync(new AccountChanged(Given.Account, 1), None);
        await using var slow = await Queues.Client.AcceptNextSessionAsync(QueueNames.AccountChanged);
        var held = await slow.ReceiveMessageAsync();

        Queues.Clock.Pass(ServiceBusTopology.LockDuration);

        await using var other = await Queues.Client.AcceptSessionAsync(QueueNames.AccountChanged, slow.SessionId);
        var again = await other.ReceiveMessageAsync();
        Assert.Equal((held.MessageId, 2), (again.MessageId, again.DeliveryCount));
        var lost = await Assert.ThrowsAsync<ServiceBusException>(() => slow.CompleteMessageAsync(held));
        Assert.Equal(ServiceBusFailureReason.SessionLockLost, lost.Reason);
        await other.CompleteMessageAsync(again);
    }

    [Fact]
    public async Task Messages_ThatFitInNoSingleRequest_AreSentInAsFewAsTheyFitIn()
    {
        _queues = await QueuesUnderTest.OpenAsync();
        var sent = Enumerable.Range(0, 300).Select(n => new EntriesAccepted($"{n:000}-{new string('f', 2000)}")).ToList();

        await Queues.Messages.SendAsync(sent, None);

        Assert.Equal(3, Queues.Requests);
        // A queue without sessions promises no order.
        Assert.Equal(sent, (await Queues.ReceiveAllAsync()).Cast<EntriesAccepted>().OrderBy(said => said.File, StringComparer.Ordinal));
    }

    [Fact]
    public async Task Messages_WithOneThatNoRequestTakes_AreRefusedTogether()
    {
        _queues = await QueuesUnderTest.OpenAsync();

        var refused = await Assert.ThrowsAsync<MessageTooLargeException>(
            () => Queues.Messages.SendAsync([new EntriesAccepted("f"), new ReceivablesImported(new string('r', 300_000))], None));

        Assert.Contains("'receivables-imported'", refused.Message, StringComparison.Ordinal);
        Assert.Empty(await Queues.ReceiveAllAsync());
    }

    [Theory]
    [MemberData(nameof(QueuesUnderTest.Brokers), MemberType = typeof(QueuesUnderTest))]
    public async Task Trace_OfTheSender_ArrivesWithTheMessage(string broker)
    {
        _queues = await QueuesUnderTest.OpenAsync(broker);
        using var sending = new Activity("sending") { TraceStateString = "vendor=value" }.SetIdFormat(ActivityIdFormat.W3C).Start();
        await Queues.Messages.SendAsync(new EntriesAccepted(ServiceBusTopology.FreshMessageId()), None);
        await using var receiver = Queues.Client.CreateReceiver(QueueNames.EntriesAccepted);

        var message = await receiver.ReceiveMessageAsync();

        var parent = TraceContext.Of(message.ApplicationProperties);
        Assert.Equal((sending.TraceId, sending.SpanId, "vendor=value", true), (parent.TraceId, parent.SpanId, parent.TraceState, parent.IsRemote));
        await receiver.CompleteMessageAsync(message);
    }
}
