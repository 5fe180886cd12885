using Reconciliation.Pipeline.Messages;
using Reconciliation.Storage.Sqlite;

namespace Reconciliation.Storage.Contract.Sqlite;

/// <summary>The receiving side of the queue: leases, repetitions, what is given up.</summary>
public sealed class SqliteMessageQueueTests : SqliteTests
{
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(5);
    private static readonly StatementArrived Message = new("f.xml");

    private SqliteMessageQueue Queue => Storage.Sqlite.Messages;

    private ManualClock Clock => Storage.Clock;

    [Fact]
    public async Task Received_IsNotReceivedAgainWhileItsLeaseLasts()
    {
        await Queue.SendAsync(Message, None);
        var received = await OneAsync();

        Assert.Equal((Message, 1), (received.Message, received.DeliveryCount));
        Clock.Pass(Lease - TimeSpan.FromSeconds(1));
        Assert.Empty(await ReceiveAsync());
    }

    [Fact]
    public async Task Received_WithoutAnAnswer_IsDeliveredAgainWhenItsLeaseEnds()
    {
        await Queue.SendAsync(Message, None);
        var first = await OneAsync();
        Clock.Pass(Lease);

        var second = await OneAsync();

        Assert.Equal(2, second.DeliveryCount);
        Assert.False(await Queue.CompleteAsync(first, None));
        Assert.False(await Queue.AbandonAsync(first, TimeSpan.Zero, "late", None));
        Assert.False(await Queue.RenewAsync(first, Clock.Now.AddHours(1), None));
        Assert.True(await Queue.CompleteAsync(second, None));
        Assert.Equal(default, await Queue.CountAsync(Clock.Now, None));
    }

    [Fact]
    public async Task TakenBack_FromAReceiverThatIsNoMore_IsDueAtOnceAtItsOldPlaceAndDoesNotCount()
    {
        await Queue.SendAsync(Message, None);
        var lost = await OneAsync();
        Clock.Pass(TimeSpan.FromSeconds(1));
        await Queue.SendAsync(new StatementArrived("later.xml"), None);

        Assert.Equal(1, await Queue.TakeBackAsync(None));
        Assert.Equal(0, await Queue.TakeBackAsync(None));

        var due = await ReceiveAsync();
        Assert.Equal([(Message, 1), (new StatementArrived("later.xml"), 1)], due.Select(m => (m.Message, m.DeliveryCount)));
        Assert.True(await Queue.CompleteAsync(due[0], None));
        Assert.False(await Queue.CompleteAsync(lost, None));
    }

    [Fact]
    public async Task Renewed_StaysInHand()
    {
        await Queue.SendAsync(Message, None);
        var received = await OneAsync();

        Assert.True(await Queue.RenewAsync(received, Clock.Now.AddHours(1), None));
        Clock.Pass(TimeSpan.FromMinutes(59));

        Assert.Empty(await ReceiveAsync());
        Assert.True(await Queue.CompleteAsync(received, None));
    }

    [Fact]
    public async Task Abandoned_IsDeliveredAgainAfterTheDelay()
    {
        await Queue.SendAsync(Message, None);
        await Queue.AbandonAsync(await OneAsync(), TimeSpan.FromMinutes(10), "locked", None);

        Clock.Pass(TimeSpan.FromMinutes(9));
        Assert.Empty(await ReceiveAsync());
        Clock.Pass(TimeSpan.FromMinutes(1));

        Assert.Equal(2, (await OneAsync()).DeliveryCount);
    }

    [Fact]
    public async Task Abandoned_AfterItsLastDelivery_IsPutAsideWithTheReason()
    {
        await Queue.SendAsync(Message, None);
        for (var delivery = 1; delivery <= SqliteMessageQueue.MostDeliveries; delivery++)
            Assert.True(await Queue.AbandonAsync(await OneAsync(), TimeSpan.Zero, $"failure {delivery}", None));

        Assert.Empty(await ReceiveAsync());
        var dead = Assert.Single(await Queue.ListDeadLettersAsync(None));
        Assert.Equal((SqliteMessageQueue.MostDeliveries, $"failure {SqliteMessageQueue.MostDeliveries}", Clock.Now), (dead.DeliveryCount, dead.Reason, dead.At));
        Assert.Contains("statement-arrived", dead.Said, StringComparison.Ordinal);
        Assert.Equal(new MessageCounts(0, 0, 0, 1), await Queue.CountAsync(Clock.Now, None));
    }

    [Fact]
    public async Task Unanswered_ByEveryReceiver_IsPutAside()
    {
        await Queue.SendAsync(Message, None);
        for (var delivery = 1; delivery <= SqliteMessageQueue.MostDeliveries; delivery++)
        {
            await OneAsync();
            Clock.Pass(Lease);
        }

        Assert.Empty(await ReceiveAsync());
        Assert.Contains("No receiver answered", Assert.Single(await Queue.ListDeadLettersAsync(None)).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Requeued_IsDeliveredAnewWithAllItsDeliveries()
    {
        await Queue.SendAsync(Message, None);
        for (var delivery = 1; delivery <= SqliteMessageQueue.MostDeliveries; delivery++)
            await Queue.AbandonAsync(await OneAsync(), TimeSpan.Zero, "down", None);
        var dead = Assert.Single(await Queue.ListDeadLettersAsync(None));

        Assert.True(await Queue.RequeueAsync(dead.Id, None));
        Assert.False(await Queue.RequeueAsync(dead.Id, None));

        var received = await OneAsync();
        Assert.Equal((Message, 1), (received.Message, received.DeliveryCount));
        Assert.Empty(await Queue.ListDeadLettersAsync(None));
    }

    [Fact]
    public async Task Duplicate_WhileTheFirstWaits_IsDropped()
    {
        await Queue.SendAsync(Message, None);
        await Queue.SendAsync(Message, None);
        await Queue.SendAsync(new StatementArrived("other.xml"), None);

        Assert.Equal(2, (await ReceiveAsync()).Count);
    }

    [Fact]
    public async Task Duplicate_WhileTheFirstIsInHand_IsDelivered()
    {
        await Queue.SendAsync(Message, None);
        var first = await OneAsync();

        // What the second tells may have happened after the receiver of the first looked.
        await Queue.SendAsync(Message, None);

        Assert.NotEqual(first.Id, (await OneAsync()).Id);
    }

    [Fact]
    public async Task Duplicate_OfOnePutAside_IsDelivered()
    {
        await Queue.SendAsync(Message, None);
        for (var delivery = 1; delivery <= SqliteMessageQueue.MostDeliveries; delivery++)
            await Queue.AbandonAsync(await OneAsync(), TimeSpan.Zero, "down", None);

        await Queue.SendAsync(Message, None);

        Assert.Equal(1, (await OneAsync()).DeliveryCount);
        Assert.Single(await Queue.ListDeadLettersAsync(None));
    }

    [Fact]
    public async Task Duplicate_DueEarlier_BringsTheFirstForward()
    {
        await Queue.SendAsync(Message, None, Clock.Now.AddDays(3));
        await Queue.SendAsync(Message, None, Clock.Now.AddDays(1));
        await Queue.SendAsync(Message, None, Clock.Now.AddDays(2));

        Assert.Equal(Clock.Now.AddDays(1), await Queue.NextAsync(None));
        Clock.Pass(TimeSpan.FromDays(1));
        await OneAsync();
    }

    [Fact]
    public async Task Counts_TellWaitingLaterLeasedAndDead()
    {
        await Queue.SendAsync(new StatementArrived("leased"), None);
        await OneAsync();
        await Queue.SendAsync(new StatementArrived("waiting"), None);
        await Queue.SendAsync(new StatementArrived("later"), None, Clock.Now.AddDays(1));

        Assert.Equal(new MessageCounts(1, 1, 1, 0), await Queue.CountAsync(Clock.Now, None));
        Assert.Equal(Clock.Now, await Queue.NextAsync(None));
    }

    [Fact]
    public async Task Next_OfAnEmptyQueue_IsNull() => Assert.Null(await Queue.NextAsync(None));

    [Fact]
    public async Task Kind_ThatThisReleaseDoesNotKnow_IsPutAsideAndStopsNoOther()
    {
        Storage.Run("""INSERT INTO message (deduplication, said, sent_at, due) VALUES ('x', '{"kind":"of-a-later-release"}', '2026-01-01T00:00:00.0000000Z', '2026-01-01T00:00:00.0000000Z')""");
        await Queue.SendAsync(Message, None);

        Assert.Equal(Message, (await OneAsync()).Message);

        Assert.Contains("of-a-later-release", Assert.Single(await Queue.ListDeadLettersAsync(None)).Said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Receivers_InParallel_ShareMessagesWithoutOverlap()
    {
        for (var n = 0; n < 120; n++)
            await Queue.SendAsync(new StatementArrived($"{n}"), None);

        var received = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(async () =>
        {
            var mine = new List<LeasedMessage>();
            while (await Queue.ReceiveAsync(7, Lease, Clock.Now, None) is { IsEmpty: false } messages)
                mine.AddRange(messages);
            return mine;
        })));

        var ids = received.SelectMany(mine => mine).Select(message => message.Id).ToList();
        Assert.Equal(120, ids.Count);
        Assert.Equal(120, ids.Distinct().Count());
    }

    [Fact]
    public async Task Wait_EndsWhenSomethingIsSent()
    {
        var waiting = Queue.WaitAsync(TimeSpan.FromMinutes(5), None);
        Assert.False(waiting.IsCompleted);

        await Storage.Streams.AppendAsync(Given.Account, 0, [Given.Note("n")], None);

        await waiting;
        Assert.IsType<AccountChanged>((await OneAsync()).Message);
    }

    [Fact]
    public async Task Wait_AfterSomethingWasSent_DoesNotMissIt()
    {
        await Queue.SendAsync(Message, None);
        await Queue.SendAsync(new StatementArrived("other"), None);

        await Queue.WaitAsync(TimeSpan.FromMinutes(5), None);

        Assert.False(Queue.WaitAsync(TimeSpan.FromMinutes(5), None).IsCompleted);
    }

    [Fact]
    public async Task Alarm_ThatRings_BecomesAMessageOnce()
    {
        var wakeUps = Storage.Sqlite.WakeUps;
        await wakeUps.SetAsync(Given.Debtor(1), Clock.Now.AddHours(1), None);
        await wakeUps.SetAsync(Given.Debtor(2), Clock.Now.AddHours(2), None);
        Assert.Equal(Clock.Now.AddHours(1), await wakeUps.NextAsync(None));
        Clock.Pass(TimeSpan.FromMinutes(90));

        var rang = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => wakeUps.RingAsync(Clock.Now, 10, None))));

        Assert.Equal(1, rang.Sum());
        var woken = Assert.IsType<AccountWoken>((await OneAsync()).Message);
        Assert.Equal((Given.Debtor(1), Clock.Now.AddMinutes(-30)), (woken.Account, woken.At));
        Assert.Equal(Clock.Now.AddMinutes(30), await wakeUps.NextAsync(None));
    }

    private async Task<LeasedMessage> OneAsync() => Assert.Single(await ReceiveAsync());

    private async Task<IReadOnlyList<LeasedMessage>> ReceiveAsync() => await Queue.ReceiveAsync(10, Lease, Clock.Now, None);
}
