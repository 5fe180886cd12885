using Reconciliation.Domain.Ledger;
using Reconciliation.Pipeline.Messages;
using Reconciliation.Pipeline.Ports;

namespace Reconciliation.Storage.Contract.Azure;

/// <summary>Messages on Service Bus, which is no storage for anything else.</summary>
public sealed class ServiceBusUnderTest(QueuesUnderTest queues) : IStorageUnderTest
{
    public ManualClock Clock => queues.Clock;

    public IMessages Messages => queues.Messages;

    public IStatementStore Statements => throw None();

    public IAccountStreams Streams => throw None();

    public IOpenItemIndex OpenItems => throw None();

    public ILedgerQueries Queries => throw None();

    public IWakeUps WakeUps => throw None();

    public IFileStore Files => throw None();

    public IContactChannels Contacts => throw None();

    public Task<IReadOnlyList<PipelineMessage>> ReceiveAllAsync() => queues.ReceiveAllAsync();

    public Task ReopenAsync() => queues.ReopenAsync();

    public ValueTask DisposeAsync() => queues.DisposeAsync();

    public Task<IReadOnlyList<AccountId>> RingingAsync() => throw None();

    public Task DropAsync(string name, string content) => throw None();

    public Task<string?> ArchivedAsync(string sha256) => throw None();

    public Task<(string Content, string Report)?> QuarantinedAsync(string sha256) => throw None();

    public Task<int> DeliveredAsync() => throw None();

    private static InvalidOperationException None() => new("Service Bus keeps messages only.");
}
