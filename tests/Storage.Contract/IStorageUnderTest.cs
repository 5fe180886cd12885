using Reconciliation.Domain.Ledger;
using Reconciliation.Pipeline.Messages;
using Reconciliation.Pipeline.Ports;

namespace Reconciliation.Storage.Contract;

/// <summary>The adapters of one kind of storage on fresh data, with the sides of it that the ports do not show.</summary>
public interface IStorageUnderTest : IAsyncDisposable
{
    ManualClock Clock { get; }

    IStatementStore Statements { get; }

    IAccountStreams Streams { get; }

    IOpenItemIndex OpenItems { get; }

    ILedgerQueries Queries { get; }

    IMessages Messages { get; }

    IWakeUps WakeUps { get; }

    IFileStore Files { get; }

    IContactChannels Contacts { get; }

    /// <summary>Receives and completes every message that is due.</summary>
    Task<IReadOnlyList<PipelineMessage>> ReceiveAllAsync();

    /// <summary>The alarms that are due.</summary>
    Task<IReadOnlyList<AccountId>> RingingAsync();

    /// <summary>Drops a file into the inbox, as a bank does.</summary>
    Task DropAsync(string name, string content);

    /// <summary>What the archive holds under a hash; null for nothing.</summary>
    Task<string?> ArchivedAsync(string sha256);

    /// <summary>What quarantine holds under a hash, and the report beside it; null for nothing.</summary>
    Task<(string Content, string Report)?> QuarantinedAsync(string sha256);

    /// <summary>How many documents of contacts were delivered.</summary>
    Task<int> DeliveredAsync();

    /// <summary>Ends the process and starts another on the same data.</summary>
    Task ReopenAsync();
}

/// <summary>A suite of tests that holds for every adapter of a port.</summary>
public abstract class StorageContract : IAsyncLifetime
{
    private IStorageUnderTest? _storage;

    protected IStorageUnderTest Storage => _storage ?? throw new InvalidOperationException("The storage is not open yet.");

    protected static CancellationToken None => CancellationToken.None;

    public async Task InitializeAsync() => _storage = await OpenAsync();

    public async Task DisposeAsync() => await Storage.DisposeAsync();

    /// <summary>Opens the adapters on fresh data.</summary>
    protected abstract Task<IStorageUnderTest> OpenAsync();
}
