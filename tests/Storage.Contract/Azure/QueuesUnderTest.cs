using System.Diagnostics.CodeAnalysis;
using Azure.Messaging.ServiceBus;
using Reconciliation.Broker;
using Reconciliation.Pipeline.Messages;
using Reconciliation.Storage.Azure.Messages;

namespace Reconciliation.Storage.Contract.Azure;

/// <summary>The queues of the topology with nothing in them, and the genuine client on them.</summary>
public sealed class QueuesUnderTest : IAsyncDisposable
{
    /// <summary>The collection of tests that share the queues of an emulator.</summary>
    public const string OneAfterTheOther = "Queues";

    /// <summary>The broker of these tests.</summary>
    public const string OwnBroker = "broker";

    /// <summary>The official emulator, whose configuration holds the queues of the topology; only where the variable says where it is.</summary>
    private const string Emulator = "emulator";

    private static readonly string? EmulatorConnection = Environment.GetEnvironmentVariable("SERVICEBUS_EMULATOR");

    private readonly ServiceBusBroker? _broker;

    private QueuesUnderTest(string broker)
    {
        _broker = broker == OwnBroker ? ServiceBusBroker.Start(Clock, ServiceBusTopology.Queues.Select(Made)) : null;
        Open();
    }

    /// <summary>The brokers that are there.</summary>
    public static TheoryData<string> Brokers => EmulatorConnection is null ? [OwnBroker] : [OwnBroker, Emulator];

    /// <summary>The clock of the tests' own broker, and of what sends to it; an emulator has its own.</summary>
    public ManualClock Clock { get; } = new();

    public ServiceBusClient Client { get; private set; }

    public ServiceBusMessages Messages { get; private set; }

    public DeadLetters DeadLetters => new(Client);

    /// <summary>How many requests were sent to the tests' own broker.</summary>
    public int Requests => _broker!.Transfers;

    public string ConnectionString => _broker?.ConnectionString ?? EmulatorConnection!;

    public static async Task<QueuesUnderTest> OpenAsync(string broker = OwnBroker)
    {
        var opened = new QueuesUnderTest(broker);
        if (broker != OwnBroker)
            await opened.EmptyAsync();
        return opened;
    }

    public async Task ReopenAsync()
    {
        await CloseAsync();
        Open();
    }

    /// <summary>Receives and completes every message that is due.</summary>
    public async Task<IReadOnlyList<PipelineMessage>> ReceiveAllAsync()
    {
        var received = new List<PipelineMessage>();
        foreach (var queue in ServiceBusTopology.Queues)
        {
            foreach (var message in await CompleteAllAsync(queue))
            {
                Assert.True(ServiceBusEnvelope.TryRead(message, queue.Name, out var read, out var unreadable), unreadable?.Description);
                received.Add(read);
            }
        }

        return received;
    }

    public async ValueTask DisposeAsync()
    {
        await CloseAsync();
        if (_broker is not null)
            await _broker.DisposeAsync();
    }

    private static BrokerQueue Made(ServiceBusQueue queue) => new(queue.Name)
    {
        HasSessions = queue.HasSessions,
        DuplicateDetectionWindow = ServiceBusTopology.DuplicateDetectionWindow,
        MaxDeliveryCount = ServiceBusTopology.MaxDeliveryCount,
        LockDuration = ServiceBusTopology.LockDuration,
    };

    [MemberNotNull(nameof(Client), nameof(Messages))]
    private void Open()
    {
        Client = new ServiceBusClient(ConnectionString);
        Messages = new ServiceBusMessages(Client, _broker is null ? TimeProvider.System : Clock);
    }

    private async Task CloseAsync()
    {
        await Messages.DisposeAsync();
        await Client.DisposeAsync();
    }

    private async Task<List<ServiceBusReceivedMessage>> CompleteAllAsync(ServiceBusQueue queue)
    {
        var completed = new List<ServiceBusReceivedMessage>();
        while (await HasDueAsync(queue.Name))
        {
            await using var receiver = queue.HasSessions ? await Client.AcceptNextSessionAsync(queue.Name) : Client.CreateReceiver(queue.Name);
            var messages = await receiver.ReceiveMessagesAsync(100);
            Assert.NotEmpty(messages);
            foreach (var message in messages)
            {
                await receiver.CompleteMessageAsync(message);
                completed.Add(message);
            }
        }

        return completed;
    }

    private async Task<bool> HasDueAsync(string queue)
    {
        await using var receiver = Client.CreateReceiver(queue);
        return (await receiver.PeekMessagesAsync(250)).Any(message => message.State == ServiceBusMessageState.Active);
    }

    private async Task EmptyAsync()
    {
        foreach (var queue in ServiceBusTopology.Queues)
        {
            await DeadLetters.ReplayAllAsync(queue.Name, CancellationToken.None);
            await CompleteAllAsync(queue);
        }
    }
}
