using System.Collections.Immutable;
using Microsoft.Extensions.DependencyInjection;
using Reconciliation.Domain.Ledger;
using Reconciliation.Domain.Statements;
using Reconciliation.Pipeline;
using Reconciliation.Pipeline.Ingest;
using Reconciliation.Pipeline.Messages;
using Reconciliation.Pipeline.Ports;
using Reconciliation.Pipeline.Time;
using Reconciliation.Storage.Sqlite;

namespace Reconciliation.Benchmarks.Intake;

/// <summary>The handlers on a data folder of their own, put together as the embedded host does.</summary>
internal sealed class EmbeddedLedger : IAsyncDisposable
{
    private readonly string _folder;
    private readonly ServiceProvider _services;
    private readonly ImportStatement _import;

    public EmbeddedLedger(string folder)
    {
        _folder = folder;
        _services = new ServiceCollection()
            .AddSingleton<TimeProvider>(new ParisTime())
            .AddSingleton(new CreditorSettings { CreditorId = "creditor" })
            .AddSingleton(typeof(ImmutableArray<StatementReader>), StatementReaders.All)
            .AddSqliteStorage(folder, ChartOfAccounts.Default)
            .AddReconciliationPipeline()
            .BuildServiceProvider();
        _import = _services.GetRequiredService<ImportStatement>();
    }

    /// <summary>Takes a file in that lies anywhere on the disk of the data folder, and puts it back afterwards.</summary>
    public async Task<IntakeFigures> TakeInAsync(string name, string path, int entries)
    {
        var waiting = Path.Combine(_folder, "inbox", "statement.xml");
        File.Move(path, waiting);
        var bytes = new FileInfo(waiting).Length;
        FileRecord? record = null;
        var spent = await Spent.OnAsync(async () =>
            record = await _import.HandleAsync(new StatementArrived("statement.xml"), default));
        if (record is not { Status: FileStatus.Accepted })
            throw new InvalidOperationException($"The file became {record}.");
        File.Move(Directory.EnumerateFiles(Path.Combine(_folder, "archive", record.Sha256[..2]), $"{record.Sha256}_*").Single(), path);
        return new IntakeFigures(
            name, entries, record.NewEntries + record.KnownEntries, bytes, spent.Time, spent.Processor, DatabaseBytes(), spent.MemoryAboveFloor);
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private long DatabaseBytes() => new FileInfo(Path.Combine(_folder, "ledger.db")).Length;
}
