using System.Collections.Immutable;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Reconciliation.Domain;
using Reconciliation.Domain.Ledger;
using Reconciliation.Domain.Matching;
using Reconciliation.Domain.Matching.Rules;
using Reconciliation.Domain.Receivables;
using Reconciliation.Domain.Recovery;
using Reconciliation.Domain.Statements;
using Reconciliation.Pipeline.Ingest;
using Reconciliation.Pipeline.Messages;
using Reconciliation.Pipeline.Ports;
using Reconciliation.Pipeline.Telemetry;
using Reconciliation.Pipeline.Time;
using Reconciliation.Storage.Sqlite;

namespace Reconciliation.Pipeline.Tests;

/// <summary>The whole pipeline on SQLite and folders in a temporary place, by a clock that the test sets.</summary>
internal sealed class TestPipeline : IAsyncDisposable
{
    public const string CreditorId = "creditor";

    private readonly string _folder = Directory.CreateTempSubdirectory("pipeline-").FullName;
    private readonly ServiceProvider _services;

    public TestPipeline(params string[] bankAccounts)
        : this(0, bankAccounts)
    {
    }

    public TestPipeline(long writeOffLimitCents, params string[] bankAccounts)
        : this(writeOffLimitCents, RuleBook.Empty, bankAccounts)
    {
    }

    public TestPipeline(RuleBook rules)
        : this(0, rules, [])
    {
    }

    private TestPipeline(long writeOffLimitCents, RuleBook rules, string[] bankAccounts)
    {
        _services = new ServiceCollection().AddLogging()
            .AddSingleton<TimeProvider>(Clock)
            .AddSingleton(new CreditorSettings
            {
                CreditorId = CreditorId, BankAccounts = [.. bankAccounts.Select(BankAccountId.FromText)],
                WriteOffLimits = ImmutableDictionary<string, long>.Empty.Add("EUR", writeOffLimitCents),
                Matching = MatchingPolicy.Default with { Rules = rules },
            })
            .AddSingleton(new Creditor { Id = CreditorId, Name = "Moulin de la Vis", AddressLines = ["1 rue du Pont", "34190 Ganges"] })
            .AddSingleton(RecoveryPolicy.BuiltIn)
            .AddSingleton(typeof(ImmutableArray<StatementReader>), StatementReaders.All)
            .AddSqliteStorage(_folder, ChartOfAccounts.Default)
            .AddReconciliationPipeline()
            .AddOneQueue()
            .BuildServiceProvider();
    }

    public TestClock Clock { get; } = new(new DateTimeOffset(2026, 10, 1, 9, 0, 0, TimeSpan.FromHours(2)));

    public IStatementStore Statements => Get<IStatementStore>();

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    public static AccountId Account(string debtor, string currency = "EUR") => new(CreditorId, debtor, Currency.Of(currency));

    /// <summary>Drops a statement and handles everything that follows from it.</summary>
    public async Task<FileRecord> IngestAsync(string name, string content)
    {
        var record = await TakeInAsync(name, content);
        await DrainAsync();
        return record;
    }

    /// <summary>Drops a statement and imports it; what follows from it waits.</summary>
    public async Task<FileRecord> TakeInAsync(string name, string content)
    {
        using var bytes = new MemoryStream(Encoding.UTF8.GetBytes(content));
        var waiting = await Get<IFileStore>().DropAsync(name, bytes, default);
        return await Get<ImportStatement>().HandleAsync(new StatementArrived(waiting), default)
            ?? throw new InvalidOperationException("The file went away.");
    }

    /// <summary>Imports receivables and handles everything that follows from it.</summary>
    public async Task<ImportedReceivables> ImportAsync(string csv, string? instalments = null, bool partial = false)
    {
        using var receivables = new MemoryStream(Encoding.UTF8.GetBytes(csv));
        using var terms = instalments is null ? null : new MemoryStream(Encoding.UTF8.GetBytes(instalments));
        var imported = await Get<ImportReceivables>().HandleAsync(new ImportRequest("test", receivables, terms, partial), default);
        await DrainAsync();
        return imported;
    }

    /// <summary>Handles what is due in the queue until nothing is.</summary>
    public async Task DrainAsync()
    {
        var queue = Get<SqliteMessageQueue>();
        while (await queue.ReceiveAsync(10, TimeSpan.FromMinutes(1), Clock.GetUtcNow(), default) is { IsEmpty: false } due)
        {
            foreach (var leased in due)
            {
                using var trace = PipelineTelemetry.Continue(leased.TraceParent, "message process");
                await Get<MessageDispatcher>().HandleAsync(leased.Message, default);
                await queue.CompleteAsync(leased, default);
            }
        }
    }

    public Task<DebtorAccount> LoadAsync(string debtor) => Get<IAccountStreams>().LoadAsync(Account(debtor), default);

    public async Task<ImmutableArray<EntryRecord>> EntriesAsync() =>
        (await Statements.EntriesAsync(new EntryFilter([]), new PageRequest(1000), default)).Items;

    /// <summary>The balance of an account of the chart; the whole chart is proved to come to zero on the way.</summary>
    public async Task<string> BalanceAsync(string account)
    {
        var balances = await Get<ILedgerQueries>().TrialBalanceAsync(default);
        Assert.All(balances.GroupBy(b => b.Balance.Currency), sum => Assert.True(Money.Sum(sum.Select(b => b.Balance), sum.Key).IsZero));
        return balances.FirstOrDefault(b => b.Account == account)?.Balance.ToDecimalString() ?? "0.00";
    }

    public IReadOnlyList<string> Folder(string name)
    {
        var path = Path.Combine(_folder, name);
        return Directory.Exists(path) ? [.. Directory.EnumerateFiles(path, "*", SearchOption.AllDirectories)] : [];
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }
}

/// <summary>A clock that stands where the test puts it.</summary>
internal sealed class TestClock(DateTimeOffset now) : ParisTime
{
    public DateTimeOffset Now { get; set; } = now;

    public override DateTimeOffset GetUtcNow() => Now.ToUniversalTime();
}
