using System.Text;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Reconciliation.Storage.Sqlite;

/// <summary>
/// A statement of a session that runs for many rows: its values are bound without being boxed or made into texts first.
/// Belongs to its session and ends with it.
/// </summary>
internal sealed class SqliteStatement : IDisposable
{
    private readonly sqlite3 _connection;
    private readonly sqlite3_stmt _statement;
    private byte[] _utf8 = new byte[256];

    private SqliteStatement(sqlite3 connection, sqlite3_stmt statement) => (_connection, _statement) = (connection, statement);

    public static SqliteStatement Of(SqliteConnection connection, string sql)
    {
        var open = connection.Handle ?? throw new InvalidOperationException("The connection is not open.");
        SqliteException.ThrowExceptionForRC(raw.sqlite3_prepare_v2(open, sql, out var statement), open);
        return new SqliteStatement(open, statement);
    }

    public SqliteStatement Bind(int parameter, long value)
    {
        Check(raw.sqlite3_bind_int64(_statement, parameter, value));
        return this;
    }

    public SqliteStatement Bind(int parameter, string text)
    {
        if (_utf8.Length < Encoding.UTF8.GetMaxByteCount(text.Length))
            _utf8 = new byte[Encoding.UTF8.GetMaxByteCount(text.Length)];
        return Bind(parameter, _utf8.AsSpan(0, Encoding.UTF8.GetBytes(text, _utf8)));
    }

    /// <summary>Binds a text that is UTF-8 already.</summary>
    public SqliteStatement Bind(int parameter, ReadOnlySpan<byte> utf8)
    {
        // An empty span has no address, which would bind null.
        Check(utf8.IsEmpty ? raw.sqlite3_bind_text(_statement, parameter, "") : raw.sqlite3_bind_text(_statement, parameter, utf8));
        return this;
    }

    /// <summary>Runs it with the values bound, for a statement that gives no rows.</summary>
    public void Run()
    {
        var code = raw.sqlite3_step(_statement);
        raw.sqlite3_reset(_statement);
        if (code != raw.SQLITE_DONE)
            SqliteException.ThrowExceptionForRC(code, _connection);
    }

    public void Dispose() => _statement.Dispose();

    private void Check(int code)
    {
        if (code != raw.SQLITE_OK)
            SqliteException.ThrowExceptionForRC(code, _connection);
    }
}
