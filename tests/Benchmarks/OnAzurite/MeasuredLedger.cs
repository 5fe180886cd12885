using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using System.Net.Mail;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Reconciliation.Domain.Ledger;
using Reconciliation.Domain.Recovery;
using Reconciliation.Domain.Statements;
using Reconciliation.Emulator;
using Reconciliation.Pipeline;
using Reconciliation.Pipeline.Accounts;
using Reconciliation.Pipeline.Ingest;
using Reconciliation.Pipeline.Matching;
using Reconciliation.Pipeline.Messages;
using Reconciliation.Pipeline.Ports;
using Reconciliation.Pipeline.Time;
using Reconciliation.Storage.Azure;

namespace Reconciliation.Benchmarks.OnAzurite;

/// <summary>What a step cost.</summary>
/// <param name="Calls">Its calls.</param>
/// <param name="Seconds">How long it took.</param>
internal readonly record struct Cost(CallCounts Calls, double Seconds)
{
    public static Cost operator +(Cost left, Cost right) => new(left.Calls + right.Calls, left.Seconds + right.Seconds);
}

/// <summary>The handlers on the Azure adapters, on the emulator, with every call counted.</summary>
internal sealed class MeasuredLedger : IAsyncDisposable
{
    private const string Creditor = "creditor";

    private readonly StorageCalls _calls;
    private readonly CountedMessages _messages;
    private readonly AzuriteEmulator _emulator;
    private readonly AzureStorage _storage;
    private readonly ServiceProvider _services;

    private MeasuredLedger(AzuriteEmulator emulator, StorageCalls calls, CountedMessages messages, AzureStorage storage)
    {
        (_emulator, _calls, _messages, _storage) = (emulator, calls, messages, storage);
        _services = new ServiceCollection()
            .AddSingleton<TimeProvider>(new ParisTime())
            .AddSingleton(Settings)
            .AddSingleton(new Domain.Receivables.Creditor { Id = Creditor, Name = "Moulin de la Vis", AddressLines = ["1 rue du Pont"] })
            .AddSingleton(RecoveryPolicy.BuiltIn)
            .AddSingleton(typeof(ImmutableArray<StatementReader>), StatementReaders.All)
            .AddSingleton<IMessages>(messages)
            .AddSingleton<IAccountStreams>(storage.Streams)
            .AddSingleton<IOpenItemIndex>(storage.OpenItems)
            .AddSingleton<IStatementStore>(storage.Statements)
            .AddSingleton<ILedgerQueries>(storage.Queries)
            .AddSingleton<IFileStore>(storage.Files)
            .AddSingleton<IContactChannels>(storage.Contacts)
            .AddReconciliationPipeline()
            .BuildServiceProvider();
    }

    private static CreditorSettings Settings { get; } = new() { CreditorId = Creditor };

    public static async Task<MeasuredLedger> OpenAsync(AzuriteEmulator emulator)
    {
        var calls = new StorageCalls();
        var messages = new CountedMessages(calls);
        var (tables, blobs) = emulator.ClientsWith(calls);
        var storage = await AzureStorage.OpenAsync(
            tables, blobs, Settings.Chart, new MailAddress("compta@atelier.example"), messages, CancellationToken.None);
        return new MeasuredLedger(emulator, calls, messages, storage);
    }

    /// <summary>Opens receivables, one a debtor.</summary>
    public Task<Cost> OpenReceivablesAsync(int first, int count) => MeasureAsync(async () =>
    {
        var csv = new StringBuilder("number,debtor_id,debtor_name,issue_date,due_date,amount,currency\n");
        foreach (var receivable in Enumerable.Range(first, count))
        {
            var number = InventedStatement.NumberOf(receivable);
            csv.Append(CultureInfo.InvariantCulture, $"{number},D{number},{InventedStatement.NameOf(receivable)},2025-01-01,2025-01-31,");
            csv.Append(CultureInfo.InvariantCulture, $"{InventedStatement.CentsOf(receivable) / 100m:F2},EUR\n");
        }

        using var bytes = new MemoryStream(Encoding.UTF8.GetBytes(csv.ToString()));
        var imported = await Get<ImportReceivables>().HandleAsync(new ImportRequest("benchmark", bytes, null), default);
        Check(imported.Opened == count, $"{imported.Opened} of {count} receivables came in.");
    });

    /// <summary>Takes a statement in; how it came into the inbox is the bank's and not counted.</summary>
    public async Task<Cost> TakeInAsync(InventedStatement statement)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"statement-{statement.Number:00000}.sta");
        await using var lines = new LinesStream(statement.Lines());
        await _emulator.Blobs.GetBlobContainerClient("inbox").GetBlobClient(name).UploadAsync(lines, overwrite: false);
        return await MeasureAsync(async () =>
        {
            var record = await Get<ImportStatement>().HandleAsync(new StatementArrived(name), default);
            Check(record is { Status: FileStatus.Accepted } && record.NewEntries == statement.Entries, $"{name} became {record}.");
        });
    }

    /// <summary>Matches what was taken in; with the number of matches.</summary>
    public async Task<(Cost Cost, int Matches)> MatchAsync()
    {
        var accepted = _messages.Take<EntriesAccepted>();
        _messages.Take<AccountChanged>();
        var cost = await MeasureAsync(async () =>
        {
            foreach (var said in accepted)
                await Get<MatchEntries>().HandleAsync(said, default);
        });
        return (cost, _messages.Take<AccountChanged>().Count);
    }

    /// <summary>Brings index and summaries up to some receivables' accounts, as follows every match.</summary>
    public Task<Cost> ProjectAsync(int first, int count) => MeasureAsync(async () =>
    {
        foreach (var receivable in Enumerable.Range(first, count))
        {
            var account = new AccountId(Creditor, $"D{InventedStatement.NumberOf(receivable)}", Domain.Currency.Eur);
            await Get<ProjectAccount>().HandleAsync(account, default);
        }
    });

    public ValueTask DisposeAsync() => _services.DisposeAsync();

    private T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    private async Task<Cost> MeasureAsync(Func<Task> step)
    {
        _calls.Take();
        var clock = Stopwatch.StartNew();
        await step();
        return new Cost(_calls.Take(), clock.Elapsed.TotalSeconds);
    }

    private static void Check(bool holds, string otherwise)
    {
        if (!holds)
            throw new InvalidOperationException(otherwise);
    }
}

/// <summary>Counts messages and keeps them until they are taken.</summary>
internal sealed class CountedMessages(StorageCalls calls) : IMessages
{
    private readonly Lock _lock = new();
    private List<PipelineMessage> _sent = [];

    public Task SendAsync(PipelineMessage message, CancellationToken cancellation, DateTimeOffset? notBefore = null)
    {
        calls.CountMessage();
        lock (_lock)
            _sent.Add(message);
        return Task.CompletedTask;
    }

    public IReadOnlyList<T> Take<T>()
        where T : PipelineMessage
    {
        lock (_lock)
        {
            var taken = _sent.OfType<T>().ToList();
            _sent = [.. _sent.Where(message => message is not T)];
            return taken;
        }
    }
}
