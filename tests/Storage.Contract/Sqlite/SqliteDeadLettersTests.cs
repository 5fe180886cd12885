using System.Diagnostics;
using Reconciliation.Pipeline.Messages;
using Reconciliation.Storage.Sqlite;

namespace Reconciliation.Storage.Contract.Sqlite;

/// <summary>What the queue put aside, as operations see it; the trace that a message carries.</summary>
public sealed class SqliteDeadLettersTests : SqliteTests
{
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(5);

    private SqliteMessageQueue Queue => Storage.Sqlite.Messages;

    private SqliteDeadLetters Letters => Storage.Sqlite.DeadLetters;

    [Fact]
    public async Task Listed_TheOldestFirst_ByPages()
    {
        await PutAsideAsync("a.xml", "b.xml", "c.xml");

        var first = await Letters.ListAsync(SqliteDeadLetters.Queue, 2, None);
        var rest = await Letters.ListAsync(SqliteDeadLetters.Queue, 2, None, first[^1].SequenceNumber);

        Assert.Equal(["statement:a.xml", "statement:b.xml"], first.Select(letter => letter.MessageId));
        Assert.Equal(["statement:c.xml"], rest.Select(letter => letter.MessageId));
        Assert.All(first, letter => Assert.Equal(
            ("statement-arrived", "down", SqliteMessageQueue.MostDeliveries), (letter.Kind, letter.Description, letter.Deliveries)));
    }

    [Fact]
    public async Task Replayed_IsDeliveredAgainOnce()
    {
        await PutAsideAsync("a.xml", "b.xml");
        var letter = (await Letters.ListAsync(SqliteDeadLetters.Queue, 10, None))[0];

        Assert.True(await Letters.ReplayAsync(SqliteDeadLetters.Queue, letter.SequenceNumber, None));
        Assert.False(await Letters.ReplayAsync(SqliteDeadLetters.Queue, letter.SequenceNumber, None));

        Assert.Equal([new StatementArrived("a.xml")], (await ReceiveAsync()).Select(message => message.Message));
    }

    [Fact]
    public async Task ReplayedAll_LeavesNone()
    {
        await PutAsideAsync("a.xml", "b.xml");

        Assert.Equal(2, await Letters.ReplayAllAsync(SqliteDeadLetters.Queue, None));

        Assert.Empty(await Letters.ListAsync(SqliteDeadLetters.Queue, 10, None));
        Assert.Equal(2, (await ReceiveAsync()).Count);
    }

    [Fact]
    public async Task Message_CarriesTheTraceItWasSentIn()
    {
        await Queue.SendAsync(new StatementArrived("outside.xml"), None);
        using var sending = new Activity("sending").SetIdFormat(ActivityIdFormat.W3C).Start();
        await Queue.SendAsync(new StatementArrived("inside.xml"), None);

        Assert.Equal([null, sending.Id], (await ReceiveAsync()).Select(message => message.TraceParent));
    }

    private async Task PutAsideAsync(params string[] names)
    {
        foreach (var name in names)
            await Queue.SendAsync(new StatementArrived(name), None);
        for (var delivery = 1; delivery <= SqliteMessageQueue.MostDeliveries; delivery++)
        {
            foreach (var message in await ReceiveAsync())
                await Queue.AbandonAsync(message, TimeSpan.Zero, "down", None);
        }
    }

    private async Task<IReadOnlyList<LeasedMessage>> ReceiveAsync() => await Queue.ReceiveAsync(10, Lease, Storage.Clock.Now, None);
}
