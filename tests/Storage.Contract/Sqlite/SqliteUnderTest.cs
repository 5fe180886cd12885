using Microsoft.Data.Sqlite;
using Reconciliation.Domain.Ledger;
using Reconciliation.Pipeline.Messages;
using Reconciliation.Pipeline.Ports;
using Reconciliation.Storage.Sqlite;
using Reconciliation.Storage.Sqlite.Folders;

namespace Reconciliation.Storage.Contract.Sqlite;

/// <summary>A data folder of its own with a real database file, removed afterwards.</summary>
public sealed class SqliteUnderTest : IStorageUnderTest
{
    private SqliteStorage _storage;
    private OutboxFolder _contacts;

    private SqliteUnderTest(string folder)
    {
        Folder = folder;
        _storage = SqliteStorage.Open(folder, ChartOfAccounts.Default, Clock);
        Files = new FolderFileStore(folder);
        _contacts = new OutboxFolder(folder, "Comptabilité <compta@atelier.example>");
    }

    public string Folder { get; }

    public SqliteStorage Sqlite => _storage;

    public ManualClock Clock { get; } = new();

    public IStatementStore Statements => _storage.Statements;

    public IAccountStreams Streams => _storage.Streams;

    public IOpenItemIndex OpenItems => _storage.OpenItems;

    public ILedgerQueries Queries => _storage.Queries;

    public IMessages Messages => _storage.Messages;

    public IWakeUps WakeUps => _storage.WakeUps;

    public IFileStore Files { get; private set; }

    public IContactChannels Contacts => _contacts;

    public static SqliteUnderTest Open() => new(Directory.CreateTempSubdirectory("reconciliation-").FullName);

    public async Task<IReadOnlyList<PipelineMessage>> ReceiveAllAsync()
    {
        var received = new List<PipelineMessage>();
        while (await _storage.Messages.ReceiveAsync(100, TimeSpan.FromMinutes(1), Clock.Now, CancellationToken.None) is { IsEmpty: false } messages)
        {
            foreach (var message in messages)
            {
                Assert.True(await _storage.Messages.CompleteAsync(message, CancellationToken.None));
                received.Add(message.Message);
            }
        }

        return received;
    }

    public async Task<IReadOnlyList<AccountId>> RingingAsync() =>
        [.. (await _storage.WakeUps.DueAsync(Clock.Now, 100, CancellationToken.None)).Select(due => due.Account)];

    public async Task DropAsync(string name, string content) => await File.WriteAllTextAsync(Path.Combine(Folder, "inbox", name), content);

    public async Task<string?> ArchivedAsync(string sha256)
    {
        var folder = Path.Combine(Folder, "archive", sha256[..2]);
        var kept = Directory.Exists(folder) ? Directory.EnumerateFiles(folder, $"{sha256}_*").FirstOrDefault() : null;
        return kept is null ? null : await File.ReadAllTextAsync(kept);
    }

    public async Task<(string Content, string Report)?> QuarantinedAsync(string sha256)
    {
        var folder = Path.Combine(Folder, "quarantine", sha256);
        if (!Directory.Exists(folder))
            return null;
        var report = Path.Combine(folder, "report.json");
        var held = Assert.Single(Directory.EnumerateFiles(folder), path => path != report);
        return (await File.ReadAllTextAsync(held), await File.ReadAllTextAsync(report));
    }

    public Task<int> DeliveredAsync() => Task.FromResult(Documents().Count());

    /// <summary>The documents in the outbox, without what it keeps for itself.</summary>
    public IEnumerable<string> Documents()
    {
        var outbox = Path.Combine(Folder, "outbox");
        return Directory.Exists(outbox)
            ? Directory.EnumerateDirectories(outbox).Where(path => !Path.GetFileName(path).StartsWith('.')).SelectMany(Directory.EnumerateFiles)
            : [];
    }

    public string DatabaseFile => Path.Combine(Folder, "ledger.db");

    /// <summary>Runs a statement behind the adapters' back.</summary>
    public void Run(string sql) => Behind(sql, command => command.ExecuteNonQuery());

    /// <summary>A number from behind the adapters' back.</summary>
    public long? Ask(string sql) => Behind(sql, command => command.ExecuteScalar()) as long?;

    /// <summary>A text from behind the adapters' back.</summary>
    public string? AskText(string sql) => Behind(sql, command => command.ExecuteScalar()) as string;

    public Task ReopenAsync()
    {
        _storage.Dispose();
        _contacts.Dispose();
        _storage = SqliteStorage.Open(Folder, ChartOfAccounts.Default, Clock);
        Files = new FolderFileStore(Folder);
        _contacts = new OutboxFolder(Folder, "Comptabilité <compta@atelier.example>");
        return Task.CompletedTask;
    }

    public ValueTask DisposeAsync()
    {
        _storage.Dispose();
        _contacts.Dispose();
        Directory.Delete(Folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    private T Behind<T>(string sql, Func<SqliteCommand, T> run)
    {
        using var connection = new SqliteConnection($"Data Source={DatabaseFile};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return run(command);
    }
}
