using Microsoft.Data.Sqlite;

namespace Reconciliation.Storage.Sqlite;

/// <summary>
/// One connection with the statements prepared on it. Parameters are <c>?1</c>, <c>?2</c>, ... in the order of the values;
/// a value is a long, an int, a text or null. Not for use by several threads at once.
/// </summary>
internal sealed class SqliteSession : IDisposable
{
    private readonly SqliteConnection _connection;
    private readonly Dictionary<string, SqliteCommand> _prepared = new(StringComparer.Ordinal);
    private readonly Dictionary<string, SqliteStatement> _statements = new(StringComparer.Ordinal);

    public SqliteSession(string path)
    {
        // Sessions are pooled with their prepared statements by SqliteDatabase; a second pool would keep files open.
        _connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false, ForeignKeys = true }.ToString());
        _connection.Open();
        Script("PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA busy_timeout = 10000; PRAGMA cache_size = -32000; PRAGMA wal_autocheckpoint = 16000; PRAGMA journal_size_limit = 67108864;");
    }

    /// <summary>True once a message was written since <see cref="Begin"/>.</summary>
    public bool HasSent { get; set; }

    public void Begin(bool immediate)
    {
        HasSent = false;
        Execute(immediate ? "BEGIN IMMEDIATE" : "BEGIN");
    }

    public void Commit() => Execute("COMMIT");

    /// <summary>Undoes the transaction; a grave error (a full disk) may have done so already.</summary>
    public void Rollback()
    {
        if (SQLitePCL.raw.sqlite3_get_autocommit(_connection.Handle) == 0)
            Execute("ROLLBACK");
    }

    /// <summary>Several statements without parameters, not kept.</summary>
    public void Script(string sql)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    /// <summary>Runs a statement; how many rows it changed.</summary>
    public int Execute(string sql, params ReadOnlySpan<object?> values) => Prepared(sql, values).ExecuteNonQuery();

    /// <summary>The first column of the first row as a number; null for no row or null.</summary>
    public long? Scalar(string sql, params ReadOnlySpan<object?> values) => Prepared(sql, values).ExecuteScalar() as long?;

    /// <summary>The first column of the first row as text; null for no row or null.</summary>
    public string? Text(string sql, params ReadOnlySpan<object?> values) => Prepared(sql, values).ExecuteScalar() as string;

    /// <summary>A statement to run for many rows, without a result.</summary>
    public SqliteStatement Statement(string sql)
    {
        if (!_statements.TryGetValue(sql, out var statement))
            _statements[sql] = statement = SqliteStatement.Of(_connection, sql);
        return statement;
    }

    /// <summary>Every row.</summary>
    public List<T> Query<T>(Func<SqliteDataReader, T> row, string sql, params ReadOnlySpan<object?> values)
    {
        var rows = new List<T>();
        using var reader = Prepared(sql, values).ExecuteReader();
        while (reader.Read())
            rows.Add(row(reader));
        return rows;
    }

    public void Dispose()
    {
        foreach (var statement in _statements.Values)
            statement.Dispose();
        foreach (var command in _prepared.Values)
            command.Dispose();
        _connection.Dispose();
    }

    private SqliteCommand Prepared(string sql, ReadOnlySpan<object?> values)
    {
        if (!_prepared.TryGetValue(sql, out var command))
            _prepared[sql] = command = Prepare(sql, values.Length);
        for (var i = 0; i < values.Length; i++)
            command.Parameters[i].Value = values[i] ?? DBNull.Value;
        return command;
    }

    private SqliteCommand Prepare(string sql, int parameterCount)
    {
        var command = _connection.CreateCommand();
        command.CommandText = sql;
        for (var i = 1; i <= parameterCount; i++)
            command.Parameters.Add(new SqliteParameter { ParameterName = $"?{i}" });
        return command;
    }
}
