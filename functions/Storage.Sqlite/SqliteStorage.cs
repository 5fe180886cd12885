using Reconciliation.Domain.Ledger;

namespace Reconciliation.Storage.Sqlite;

/// <summary>Every adapter on one database file.</summary>
public sealed class SqliteStorage : IDisposable
{
    private SqliteStorage(SqliteDatabase database, ChartOfAccounts chart, TimeProvider clock)
    {
        var balances = new ChartBalances(chart);
        var outbox = new Outbox(clock);
        Database = database;
        Statements = new SqliteStatementStore(database, balances, outbox);
        Streams = new SqliteAccountStreams(database, balances, outbox);
        OpenItems = new SqliteOpenItemIndex(database);
        Queries = new SqliteLedgerQueries(database, balances);
        Messages = new SqliteMessageQueue(database, outbox, clock);
        DeadLetters = new SqliteDeadLetters(database, Messages);
        WakeUps = new SqliteWakeUps(database, outbox);
    }

    /// <summary>The database.</summary>
    public SqliteDatabase Database { get; }

    /// <summary>Statements and entries.</summary>
    public SqliteStatementStore Statements { get; }

    /// <summary>Streams of accounts.</summary>
    public SqliteAccountStreams Streams { get; }

    /// <summary>The open-item index.</summary>
    public SqliteOpenItemIndex OpenItems { get; }

    /// <summary>What people see.</summary>
    public SqliteLedgerQueries Queries { get; }

    /// <summary>Messages between steps.</summary>
    public SqliteMessageQueue Messages { get; }

    /// <summary>Messages put aside.</summary>
    public SqliteDeadLetters DeadLetters { get; }

    /// <summary>Alarms of accounts.</summary>
    public SqliteWakeUps WakeUps { get; }

    /// <summary>
    /// Opens <c>ledger.db</c> in a folder; both are made where they are missing. Balances that were posted to another
    /// chart are posted anew. Throws <see cref="NewerDatabaseException"/> for the file of a later release.
    /// </summary>
    public static SqliteStorage Open(string dataFolder, ChartOfAccounts chart, TimeProvider clock)
    {
        var database = SqliteDatabase.Open(Path.Combine(dataFolder, "ledger.db"));
        try
        {
            database.Write(session => PostedChart.Apply(session, chart));
            return new SqliteStorage(database, chart, clock);
        }
        catch
        {
            database.Dispose();
            throw;
        }
    }

    /// <summary>Closes the file.</summary>
    public void Dispose() => Database.Dispose();
}
