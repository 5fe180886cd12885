using System.Collections.Immutable;
using System.Net.Mail;
using Azure.Core;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Microsoft.Extensions.DependencyInjection;
using Reconciliation.Chaos.Faults;
using Reconciliation.Domain.Recovery;
using Reconciliation.Domain.Statements;
using Reconciliation.Pipeline;
using Reconciliation.Pipeline.Ports;
using Reconciliation.Storage.Azure;

namespace Reconciliation.Chaos;

/// <summary>The handlers on adapters that were just opened: what a process has in memory is here and nowhere else.</summary>
internal sealed class RunningProcess : IAsyncDisposable
{
    private static readonly MailAddress Sender = new("comptabilite@exemplia.example");

    private readonly ServiceProvider _services;

    private RunningProcess(World world, FaultSource faults, AzureStorage storage)
    {
        Faults = faults;
        Storage = storage;
        _services = new ServiceCollection()
            .AddSingleton<TimeProvider>(world.Clock)
            .AddSingleton(World.Settings)
            .AddSingleton(World.Creditor)
            .AddSingleton(RecoveryPolicy.BuiltIn)
            .AddSingleton(typeof(ImmutableArray<StatementReader>), StatementReaders.All)
            .AddSingleton(world.Bus.For(faults))
            .AddSingleton(world.Alarms.For(faults))
            .AddSingleton<IAccountStreams>(storage.Streams)
            .AddSingleton<IOpenItemIndex>(storage.OpenItems)
            .AddSingleton<IFileStore>(storage.Files)
            .AddSingleton<IContactChannels>(storage.Contacts)
            .AddSingleton<IStatementStore>(storage.Statements)
            .AddSingleton<ILedgerQueries>(storage.Queries)
            .AddReconciliationPipeline()
            .AddOneQueue()
            .BuildServiceProvider();
    }

    public FaultSource Faults { get; }

    public AzureStorage Storage { get; }

    /// <summary>Opens a process whose calls are disturbed.</summary>
    public static Task<RunningProcess> StartAsync(World world, int attempt) => StartAsync(
        world, new FaultSource(world.Chance, world.Disturbance.Rate) { Attempt = attempt }, world.Disturbance.ClientsRetry);

    /// <summary>Opens a process whose calls all succeed, for a look from outside.</summary>
    public static Task<RunningProcess> UndisturbedAsync(World world) =>
        StartAsync(world, new FaultSource(world.Chance, rate: 0), retries: true);

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    public ValueTask DisposeAsync() => _services.DisposeAsync();

    private static async Task<RunningProcess> StartAsync(World world, FaultSource faults, bool retries)
    {
        var transport = new FaultTransport(faults, world.Late);
        var tables = new TableServiceClient(world.Emulator.ConnectionString, Prepared(new TableClientOptions(), transport, retries));
        var blobs = new BlobServiceClient(world.Emulator.ConnectionString, Prepared(new BlobClientOptions(), transport, retries));
        var storage = await AzureStorage.OpenAsync(
            tables, blobs, World.Settings.Chart, Sender, world.Bus.For(faults), CancellationToken.None, world.Prefix, new AnHourLater());
        return new RunningProcess(world, faults, storage);
    }

    private static T Prepared<T>(T options, FaultTransport transport, bool retries)
        where T : ClientOptions
    {
        options.Retry.MaxRetries = retries ? 3 : 0;
        options.Retry.Mode = RetryMode.Fixed;
        options.Retry.Delay = TimeSpan.FromMilliseconds(1);
        options.Retry.MaxDelay = TimeSpan.FromMilliseconds(2);
        options.Transport = transport;
        return options;
    }
}
