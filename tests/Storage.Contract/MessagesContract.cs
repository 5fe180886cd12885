using Reconciliation.Pipeline.Messages;
using Reconciliation.Pipeline.Ports;

namespace Reconciliation.Storage.Contract;

/// <summary>Messages between steps.</summary>
public abstract class MessagesContract : StorageContract
{
    private IMessages Messages => Storage.Messages;

    [Fact]
    public async Task Message_OfEveryKind_IsDeliveredAsItWasSent()
    {
        PipelineMessage[] sent =
        [
            new StatementArrived("relevé d’août.xml"), new EntriesAccepted("f"), new ReceivablesImported("r"),
            new AccountChanged(Given.Account, 3), new AccountWoken(Given.Account, Given.Decision.At), new ContactDue(Given.Account, "c-1"),
        ];
        foreach (var message in sent)
            await Messages.SendAsync(message, None);

        var received = await Storage.ReceiveAllAsync();

        Assert.Equal(sent.Select(m => m.ToString()).Order(), received.Select(m => m.ToString()).Order());
        Assert.Empty(await Storage.ReceiveAllAsync());
    }

    [Fact]
    public async Task Message_ForLater_IsNotDeliveredBefore()
    {
        await Messages.SendAsync(new StatementArrived("later"), None, Storage.Clock.Now.AddHours(1));
        await Messages.SendAsync(new StatementArrived("past"), None, Storage.Clock.Now.AddHours(-1));
        Assert.Equal([new StatementArrived("past")], await Storage.ReceiveAllAsync());

        Storage.Clock.Pass(TimeSpan.FromMinutes(59));
        Assert.Empty(await Storage.ReceiveAllAsync());

        Storage.Clock.Pass(TimeSpan.FromMinutes(1));
        Assert.Equal([new StatementArrived("later")], await Storage.ReceiveAllAsync());
    }

    [Fact]
    public async Task Message_SentAgainAfterItWasDealtWith_IsDeliveredAgain()
    {
        await Messages.SendAsync(new StatementArrived("daily.txt"), None);
        Assert.Single(await Storage.ReceiveAllAsync());

        await Messages.SendAsync(new StatementArrived("daily.txt"), None);

        Assert.Single(await Storage.ReceiveAllAsync());
    }

    [Fact]
    public async Task Message_OutlivesTheProcess()
    {
        await Messages.SendAsync(new StatementArrived("f"), None);

        await Storage.ReopenAsync();

        Assert.Equal([new StatementArrived("f")], await Storage.ReceiveAllAsync());
    }

    [Fact]
    public async Task Messages_SentInParallel_AreAllDelivered()
    {
        await Task.WhenAll(Enumerable.Range(0, 8).Select(sender => Task.Run(async () =>
        {
            for (var n = 0; n < 25; n++)
                await Messages.SendAsync(new StatementArrived($"{sender}-{n}"), None);
        })));

        var received = await Storage.ReceiveAllAsync();

        Assert.Equal(200, received.Distinct().Count());
    }
}
