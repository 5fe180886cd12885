using System.Collections.Immutable;
using System.Text;
using Azure.Messaging.ServiceBus;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Reconciliation.Domain;
using Reconciliation.Domain.Ledger;
using Reconciliation.Domain.Receivables;
using Reconciliation.Domain.Recovery;
using Reconciliation.Domain.Statements;
using Reconciliation.Host.Azure.Receivables;
using Reconciliation.Host.Azure.Triggers;
using Reconciliation.Pipeline;
using Reconciliation.Pipeline.Messages;
using Reconciliation.Pipeline.Ports;
using Reconciliation.Pipeline.Serialization;
using Reconciliation.Storage.Sqlite;
using Reconciliation.Storage.Sqlite.Folders;

namespace Reconciliation.Host.Azure.Tests.Fakes;

/// <summary>The functions on the whole pipeline, with SQLite and folders for storage; called as the host calls them.</summary>
internal sealed class HostUnderTest : IAsyncDisposable
{
    public const string BankAccount = "FR7699001000010000000000143";

    private readonly string _folder = Directory.CreateTempSubdirectory("host-").FullName;
    private readonly ServiceProvider _services;

    public HostUnderTest()
    {
        _services = new ServiceCollection()
            .AddLogging(logging => logging.ClearProviders().AddProvider(Logs))
            .AddSingleton<TimeProvider>(Clock)
            .AddSingleton(new CreditorSettings { CreditorId = "creditor" })
            .AddSingleton(new Creditor { Id = "creditor", Name = "Moulin de la Vis", AddressLines = ["1 rue du Pont", "34190 Ganges"] })
            .AddSingleton(RecoveryPolicy.BuiltIn)
            .AddSingleton(typeof(ImmutableArray<StatementReader>), StatementReaders.All)
            .AddSqliteStorage(_folder, ChartOfAccounts.Default)
            .AddSingleton(provider => new UnsteadyFiles(provider.GetRequiredService<FolderFileStore>()))
            .AddSingleton<IFileStore>(provider => provider.GetRequiredService<UnsteadyFiles>())
            .AddReconciliationPipeline()
            .AddSingleton<IReceivablesFiles>(Receivables)
            .AddSingleton<TakeReceivables>()
            .AddSingleton<MessageDelivery>()
            .BuildServiceProvider();
    }

    public SteppingClock Clock { get; } = new();

    public RecordedLogs Logs { get; } = new();

    public RecordingActions Actions { get; } = new();

    public InMemoryDurableClient Durable { get; } = new();

    public InMemoryReceivables Receivables { get; } = new();

    /// <summary>A function, made as the worker makes it.</summary>
    public T Function<T>()
        where T : class => ActivatorUtilities.CreateInstance<T>(_services);

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    public static AccountId Account(string debtor) => new("creditor", debtor, Currency.Of("EUR"));

    /// <summary>A message as Service Bus delivers it.</summary>
    public static ServiceBusReceivedMessage Delivered(PipelineMessage message, int deliveryCount = 1) =>
        Delivered(StoredJson.Write(message), deliveryCount);

    public static ServiceBusReceivedMessage Delivered(string body, int deliveryCount = 1) =>
        ServiceBusModelFactory.ServiceBusReceivedMessage(body: BinaryData.FromString(body), messageId: "m-1", deliveryCount: deliveryCount);

    /// <summary>What was sent and nobody has received, at whatever time it is due.</summary>
    public async Task<IReadOnlyList<PipelineMessage>> SentAsync()
    {
        var sent = new List<PipelineMessage>();
        var queue = Get<SqliteMessageQueue>();
        while (await queue.ReceiveAsync(100, TimeSpan.FromMinutes(1), Clock.Now.AddYears(1), default) is { IsEmpty: false } due)
        {
            foreach (var leased in due)
            {
                await queue.CompleteAsync(leased, default);
                sent.Add(leased.Message);
            }
        }

        return sent;
    }

    /// <summary>Drops a file into the inbox.</summary>
    public Task<string> DropAsync(string name, string content) =>
        Get<IFileStore>().DropAsync(name, new MemoryStream(Encoding.UTF8.GetBytes(content)), default);

    /// <summary>An MT940 statement of one day with one payment in.</summary>
    public static string Statement(string date, long openingCents, long cents, string remittance) =>
        $":20:DAY\n:25:{BankAccount}\n:28C:1\n:60F:C{date}EUR{Amount(openingCents)}\n" +
        $":61:{date}{date[2..]}C{Amount(cents)}NTRFNONREF\n:86:{remittance}\n:62F:C{date}EUR{Amount(openingCents + cents)}\n-\n";

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private static string Amount(long cents) => FormattableString.Invariant($"{cents / 100},{cents % 100:00}");
}
