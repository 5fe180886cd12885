using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Reconciliation.Domain.Ledger;
using Reconciliation.Pipeline.Messages;
using Reconciliation.Pipeline.Ports;
using Reconciliation.Storage.Sqlite;

namespace Reconciliation.Storage.Contract.Sqlite;

/// <summary>The file itself: its release, falls of the process, several processes, registration.</summary>
public sealed class SqliteDatabaseTests : IAsyncDisposable
{
    private readonly SqliteUnderTest _storage = SqliteUnderTest.Open();

    public ValueTask DisposeAsync() => _storage.DisposeAsync();

    [Fact]
    public async Task Open_OfTheFileOfALaterRelease_IsRefusedAndLeavesItAlone()
    {
        await _storage.Statements.AcceptedAsync("f", [Given.Staged("A")]);
        _storage.Sqlite.Dispose();
        _storage.Run("PRAGMA user_version = 4711");
        var before = await File.ReadAllBytesAsync(_storage.DatabaseFile);

        var refusal = Assert.Throws<NewerDatabaseException>(() => SqliteDatabase.Open(_storage.DatabaseFile));

        Assert.Contains("4711", refusal.Message, StringComparison.Ordinal);
        Assert.Equal(before, await File.ReadAllBytesAsync(_storage.DatabaseFile));
        _storage.Run("PRAGMA user_version = 3");
        await _storage.ReopenAsync();
        Assert.NotNull(await _storage.Statements.FindFileAsync(Given.Sha("f"), CancellationToken.None));
    }

    [Fact]
    public void Open_TakesTheFileThroughEveryMigration() =>
        Assert.Equal(
            typeof(SqliteDatabase).Assembly.GetManifestResourceNames().LongCount(name => name.EndsWith(".sql", StringComparison.Ordinal)),
            _storage.Ask("PRAGMA user_version"));

    [Fact]
    public void Open_OfAFileThatIsNoDatabase_ThrowsAndLetsGoOfIt()
    {
        var path = Path.Combine(_storage.Folder, "other.db");
        File.WriteAllText(path, new string('x', 5000));

        Assert.ThrowsAny<SqliteException>(() => SqliteDatabase.Open(path));

        File.Delete(path);
    }

    [Fact]
    public async Task Fall_OfTheProcess_LosesNothingThatWasAcknowledged()
    {
        await WorkAsync();
        // A fall leaves the file and its log as they are; nobody folds one into the other.
        var copy = Directory.CreateTempSubdirectory("reconciliation-");
        foreach (var part in Directory.EnumerateFiles(_storage.Folder, "ledger.db*").Where(path => !path.EndsWith("-shm", StringComparison.Ordinal)))
            File.Copy(part, Path.Combine(copy.FullName, Path.GetFileName(part)));

        using (var fallen = SqliteStorage.Open(copy.FullName, ChartOfAccounts.Default, _storage.Clock))
        {
            Assert.True(new FileInfo(_storage.DatabaseFile + "-wal").Length > 0);
            Assert.Equal(await _storage.Queries.BalancesAsync(), await fallen.Queries.BalancesAsync());
            Assert.Equal(30, (await fallen.Streams.LoadAsync(Given.Account, CancellationToken.None)).Version);
            Assert.Equal(2, (await fallen.Statements.FindFileAsync(Given.Sha("f"), CancellationToken.None))!.NewEntries);
            Assert.Null(await fallen.Statements.FindFileAsync(Given.Sha("half"), CancellationToken.None));
            Assert.Equal(31, (await fallen.Messages.CountAsync(_storage.Clock.Now, CancellationToken.None)).Waiting);
        }

        copy.Delete(recursive: true);
    }

    [Fact]
    public async Task Fall_InTheMiddleOfATransaction_LeavesNothingOfIt()
    {
        await WorkAsync();
        using (var connection = new SqliteConnection($"Data Source={_storage.DatabaseFile};Pooling=False"))
        {
            connection.Open();
            Run(connection, "PRAGMA cache_size = 1; BEGIN IMMEDIATE; UPDATE chart_balance SET amount = amount + 1; DELETE FROM event;");
            _storage.Sqlite.Dispose();
        }

        await _storage.ReopenAsync();

        Assert.Equal(10000 * 30, (await _storage.Queries.BalancesAsync())["411"]);
        Assert.Equal(30, (await _storage.Streams.LoadAsync(Given.Account, CancellationToken.None)).Version);
    }

    [Fact]
    public async Task TwoProcesses_OnOneFile_LoseNothing()
    {
        using var other = SqliteStorage.Open(_storage.Folder, ChartOfAccounts.Default, _storage.Clock);
        IAccountStreams[] processes = [_storage.Streams, other.Streams];

        await Task.WhenAll(processes.Select((streams, process) => Task.Run(async () =>
        {
            for (var n = 0; n < 40; n++)
            {
                AccountEvent opened = Given.Opened($"F-{process}-{n}", 100);
                while (!await streams.AppendAsync(Given.Account, (await streams.LoadAsync(Given.Account, CancellationToken.None)).Version, [opened], CancellationToken.None))
                {
                }
            }
        })));

        Assert.Equal(80, (await _storage.Streams.LoadAsync(Given.Account, CancellationToken.None)).Receivables.Count);
        Assert.Equal(8000, (await other.Queries.BalancesAsync())["411"]);
    }

    [Fact]
    public async Task File_AfterWork_IsSound()
    {
        await WorkAsync();
        await _storage.Statements.AcceptedAsync("half", [Given.Staged("A"), Given.Staged("half")]);
        await _storage.Statements.RecordAsync(Given.File("gone", FileStatus.Quarantined), CancellationToken.None);

        Assert.Equal("ok", _storage.AskText("PRAGMA integrity_check"));
        Assert.Null(_storage.AskText("SELECT \"table\" FROM pragma_foreign_key_check"));
        Assert.Equal(0, _storage.Ask("SELECT count(*) FROM staged_entry"));
        Assert.Equal(3, _storage.Ask("SELECT count(*) FROM entry"));
        Assert.Equal(3, _storage.Ask("SELECT count(*) FROM entry_content"));
        Assert.Equal(1, _storage.Ask("SELECT count(*) FROM entry_seen"));
    }

    [Fact]
    public async Task Work_ThatIsCancelled_IsNotDone()
    {
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => _storage.Streams.AppendAsync(Given.Account, 0, [Given.Note("n")], new CancellationToken(true)));

        Assert.True(await _storage.Streams.AppendAsync(Given.Account, 0, [Given.Note("n")], CancellationToken.None));
    }

    [Fact]
    public async Task Registration_GivesEveryPortOnOneFile()
    {
        await using var provider = new ServiceCollection()
            .AddSingleton<TimeProvider>(_storage.Clock).AddSqliteStorage(_storage.Folder, ChartOfAccounts.Default).BuildServiceProvider();
        foreach (var port in typeof(IStatementStore).Assembly.GetTypes().Where(type => type.IsInterface && type.Namespace == typeof(IStatementStore).Namespace))
            Assert.NotNull(provider.GetService(port));

        await provider.GetRequiredService<IMessages>().SendAsync(new StatementArrived("f"), CancellationToken.None);

        Assert.Same(provider.GetRequiredService<SqliteMessageQueue>(), provider.GetRequiredService<IMessages>());
        Assert.Equal([new StatementArrived("f")], await _storage.ReceiveAllAsync());
    }

    private async Task WorkAsync()
    {
        await _storage.Statements.AcceptedAsync("f", [Given.Staged("A"), Given.Staged("B")], Given.Statement(closing: 20000));
        for (var version = 0; version < 30; version++)
            Assert.True(await _storage.Streams.AppendAsync(Given.Account, version, [Given.Opened($"F-{version}", 10000)], CancellationToken.None));
        await _storage.Statements.BeginStagingAsync(Given.Sha("half"), CancellationToken.None);
        await _storage.Statements.StageAsync(Given.Sha("half"), [Given.Staged("half")], CancellationToken.None);
    }

    private static void Run(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
