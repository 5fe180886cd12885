using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Reconciliation.Domain.Ledger;
using Reconciliation.Pipeline.Messages;
using Reconciliation.Pipeline.Ports;
using Reconciliation.Storage.Sqlite;

namespace Reconciliation.Storage.Contract.Sqlite;

/// <summary>The file itself: its release, falls of the process, several processes, registration.</summary>
public sealed class SqliteDatabaseTests : SqliteTests
{
    [Fact]
    public async Task Open_OfTheFileOfALaterRelease_IsRefusedAndLeavesItAlone()
    {
        await Storage.Statements.AcceptedAsync("f", [Given.Staged("A")]);
        Storage.Sqlite.Dispose();
        var version = Storage.Ask("PRAGMA user_version");
        Storage.Run("PRAGMA user_version = 4711");
        var before = await File.ReadAllBytesAsync(Storage.DatabaseFile);

        var refusal = Assert.Throws<NewerDatabaseException>(() => SqliteDatabase.Open(Storage.DatabaseFile));

        Assert.Contains("4711", refusal.Message, StringComparison.Ordinal);
        Assert.Equal(before, await File.ReadAllBytesAsync(Storage.DatabaseFile));
        Storage.Run($"PRAGMA user_version = {version}");
        await Storage.ReopenAsync();
        Assert.NotNull(await Storage.Statements.FindFileAsync(Given.Sha("f"), None));
    }

    [Fact]
    public void Open_TakesTheFileThroughEveryMigration() =>
        Assert.Equal(
            typeof(SqliteDatabase).Assembly.GetManifestResourceNames().LongCount(name => name.EndsWith(".sql", StringComparison.Ordinal)),
            Storage.Ask("PRAGMA user_version"));

    [Fact]
    public void Open_OfAFileThatIsNoDatabase_ThrowsAndLetsGoOfIt()
    {
        var path = Path.Combine(Storage.Folder, "other.db");
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
        foreach (var part in Directory.EnumerateFiles(Storage.Folder, "ledger.db*").Where(path => !path.EndsWith("-shm", StringComparison.Ordinal)))
            File.Copy(part, Path.Combine(copy.FullName, Path.GetFileName(part)));

        using (var fallen = SqliteStorage.Open(copy.FullName, ChartOfAccounts.Default, Storage.Clock))
        {
            Assert.True(new FileInfo(Storage.DatabaseFile + "-wal").Length > 0);
            Assert.Equal(await Storage.Queries.BalancesAsync(), await fallen.Queries.BalancesAsync());
            Assert.Equal(30, (await fallen.Streams.LoadAsync(Given.Account, None)).Version);
            Assert.Equal(2, (await fallen.Statements.FindFileAsync(Given.Sha("f"), None))!.NewEntries);
            Assert.Null(await fallen.Statements.FindFileAsync(Given.Sha("half"), None));
            Assert.Equal(31, (await fallen.Messages.CountAsync(Storage.Clock.Now, None)).Waiting);
        }

        copy.Delete(recursive: true);
    }

    [Fact]
    public async Task Fall_InTheMiddleOfATransaction_LeavesNothingOfIt()
    {
        await WorkAsync();
        using (var connection = new SqliteConnection($"Data Source={Storage.DatabaseFile};Pooling=False"))
        {
            connection.Open();
            Run(connection, "PRAGMA cache_size = 1; BEGIN IMMEDIATE; UPDATE chart_balance SET amount = amount + 1; DELETE FROM event;");
            Storage.Sqlite.Dispose();
        }

        await Storage.ReopenAsync();

        Assert.Equal(10000 * 30, (await Storage.Queries.BalancesAsync())["411"]);
        Assert.Equal(30, (await Storage.Streams.LoadAsync(Given.Account, None)).Version);
    }

    [Fact]
    public async Task TwoProcesses_OnOneFile_LoseNothing()
    {
        using var other = SqliteStorage.Open(Storage.Folder, ChartOfAccounts.Default, Storage.Clock);
        IAccountStreams[] processes = [Storage.Streams, other.Streams];

        await Task.WhenAll(processes.Select((streams, process) => Task.Run(async () =>
        {
            for (var n = 0; n < 40; n++)
            {
                AccountEvent opened = Given.Opened($"F-{process}-{n}", 100);
                while (!await streams.AppendAsync(Given.Account, (await streams.LoadAsync(Given.Account, None)).Version, [opened], None))
                {
                }
            }
        })));

        Assert.Equal(80, (await Storage.Streams.LoadAsync(Given.Account, None)).Receivables.Count);
        Assert.Equal(8000, (await other.Queries.BalancesAsync())["411"]);
    }

    [Fact]
    public async Task File_AfterWork_IsSound()
    {
        await WorkAsync();
        await Storage.Statements.AcceptedAsync("half", [Given.Staged("A"), Given.Staged("half")]);
        await Storage.Statements.RecordAsync(Given.File("gone", FileStatus.Quarantined), None);

        Assert.Equal("ok", Storage.AskText("PRAGMA integrity_check"));
        Assert.Null(Storage.AskText("SELECT \"table\" FROM pragma_foreign_key_check"));
        Assert.Equal(0, Storage.Ask("SELECT count(*) FROM staged_entry"));
        Assert.Equal(3, Storage.Ask("SELECT count(*) FROM entry"));
        Assert.Equal(3, Storage.Ask("SELECT count(*) FROM entry_content"));
        Assert.Equal(1, Storage.Ask("SELECT count(*) FROM entry_seen"));
    }

    [Fact]
    public async Task Work_ThatIsCancelled_IsNotDone()
    {
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => Storage.Streams.AppendAsync(Given.Account, 0, [Given.Note("n")], new CancellationToken(true)));

        Assert.True(await Storage.Streams.AppendAsync(Given.Account, 0, [Given.Note("n")], None));
    }

    [Fact]
    public async Task Registration_GivesEveryPortOnOneFile()
    {
        await using var provider = new ServiceCollection()
            .AddSingleton<TimeProvider>(Storage.Clock).AddSqliteStorage(Storage.Folder, ChartOfAccounts.Default).BuildServiceProvider();
        foreach (var port in typeof(IStatementStore).Assembly.GetTypes().Where(type => type.IsInterface && type.Namespace == typeof(IStatementStore).Namespace))
            Assert.NotNull(provider.GetService(port));

        await provider.GetRequiredService<IMessages>().SendAsync(new StatementArrived("f"), None);

        Assert.Same(provider.GetRequiredService<SqliteMessageQueue>(), provider.GetRequiredService<IMessages>());
        Assert.Equal([new StatementArrived("f")], await Storage.ReceiveAllAsync());
    }

    private async Task WorkAsync()
    {
        await Storage.Statements.AcceptedAsync("f", [Given.Staged("A"), Given.Staged("B")], Given.Statement(closing: 20000));
        for (var version = 0; version < 30; version++)
            Assert.True(await Storage.Streams.AppendAsync(Given.Account, version, [Given.Opened($"F-{version}", 10000)], None));
        await Storage.Statements.BeginStagingAsync(Given.Sha("half"), None);
        await Storage.Statements.StageAsync(Given.Sha("half"), [Given.Staged("half")], None);
    }

    private static void Run(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
