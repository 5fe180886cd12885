using Azure;
using Reconciliation.Host.Azure.Tests.Fakes;
using Reconciliation.Host.Azure.Triggers;
using Reconciliation.Pipeline.Ports;
using Reconciliation.Storage.Azure.Messages;
using Said = Reconciliation.Pipeline.Messages;

namespace Reconciliation.Host.Azure.Tests.Triggers;

/// <summary>How a message is settled by what became of it.</summary>
public sealed class MessageDeliveryTests : IAsyncLifetime
{
    private static readonly Said.PipelineMessage Message = new Said.EntriesAccepted("abc");

    private readonly HostUnderTest _host = new();

    public static TheoryData<Exception> Passing =>
    [
        new RequestFailedException(429, "busy"), new RequestFailedException(503, "busy"), new RequestFailedException(0, "no network"),
        new TimeoutException(), new TaskCanceledException(), new StagingOverlapException("abc", 2, 3),
    ];

    public static TheoryData<Exception> Staying => [new InvalidOperationException("a bug"), new RequestFailedException(403, "no right")];

    [Fact]
    public async Task Message_Handled_IsCompleted()
    {
        Said.PipelineMessage? handled = null;

        await DeliverAsync(1, message => handled = message);

        Assert.Equal(Message, handled);
        Assert.Equal(["completed"], _host.Actions.Settled);
    }

    [Theory]
    [MemberData(nameof(Staying))]
    public async Task Message_Failing_IsThrownUnsettledAtOnce(Exception failure)
    {
        Assert.Same(failure, await Record.ExceptionAsync(() => DeliverAsync(4, _ => throw failure)));

        Assert.Empty(_host.Actions.Settled);
        Assert.Empty(_host.Clock.Waited);
        Assert.Contains(_host.Logs.Entries, entry => entry.Event == 2002);
    }

    [Theory]
    [MemberData(nameof(Passing))]
    public async Task Message_FailingForAWhile_IsHeldBackLongerEachTime(Exception failure)
    {
        for (var delivery = 1; delivery < ServiceBusTopology.MaxDeliveryCount; delivery++)
            Assert.Same(failure, await Record.ExceptionAsync(() => DeliverAsync(delivery, _ => throw failure)));

        Assert.Empty(_host.Actions.Settled);
        Assert.Equal([5, 20, 80, 300], _host.Clock.Waited.Select(waited => (int)waited.TotalSeconds));
    }

    [Theory]
    [MemberData(nameof(Staying))]
    public async Task Message_FailingAtItsLastDelivery_IsDeadLetteredWithTheKind(Exception failure)
    {
        await DeliverAsync(5, _ => throw failure);

        Assert.Equal(["dead-lettered: handling-failed"], _host.Actions.Settled);
        Assert.Contains(failure.GetType().FullName!, _host.Actions.Description, StringComparison.Ordinal);
        Assert.DoesNotContain(failure.Message, _host.Actions.Description, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Passing))]
    public async Task Message_FailingByItsEnvironmentToTheEnd_SaysSo(Exception failure)
    {
        await DeliverAsync(5, _ => throw failure);

        Assert.Equal(["dead-lettered: environment-failed"], _host.Actions.Settled);
    }

    [Theory]
    [InlineData("", "message-unreadable", "Find out who sent it")]
    [InlineData("not json", "message-unreadable", "Find out who sent it")]
    [InlineData("{}", "message-unreadable", "Find out who sent it")]
    [InlineData("""{"kind":"of-a-later-release"}""", "message-kind-unknown", "Replay it once")]
    [InlineData("""{"kind":"entries-accepted"}""", "message-unreadable", "Find out who sent it")]
    [InlineData("""{"kind":"statement-arrived","name":"a"}""", "message-in-wrong-queue", "Send it there")]
    public async Task Message_Unreadable_IsDeadLetteredAtOnceWithWhatToDo(string body, string reason, string whatToDo)
    {
        await _host.Get<MessageDelivery>().HandleAsync(HostUnderTest.Delivered(body), QueueNames.EntriesAccepted, _host.Actions, _ => Task.CompletedTask, default);

        Assert.Equal([$"dead-lettered: {reason}"], _host.Actions.Settled);
        Assert.Contains(whatToDo, _host.Actions.Description, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Message_WhileTheHostStops_IsLeftForTheNextHost()
    {
        using var stopping = new CancellationTokenSource();
        stopping.Cancel();

        await Assert.ThrowsAsync<OperationCanceledException>(() => _host.Get<MessageDelivery>().HandleAsync(
            HostUnderTest.Delivered(Message, 5), QueueNames.EntriesAccepted, _host.Actions, _ => throw new OperationCanceledException(stopping.Token), stopping.Token));

        Assert.Empty(_host.Actions.Settled);
    }

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await _host.DisposeAsync();

    private Task DeliverAsync(int delivery, Action<Said.PipelineMessage> handle) => _host.Get<MessageDelivery>().HandleAsync(
        HostUnderTest.Delivered(Message, delivery), QueueNames.EntriesAccepted, _host.Actions,
        message =>
        {
            handle(message);
            return Task.CompletedTask;
        },
        default);
}
