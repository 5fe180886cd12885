using System.Collections.Concurrent;

namespace Reconciliation.Storage.Sqlite;

/// <summary>
/// The database file of the embedded host.
/// <para>All writes of this process go through one connection, one short transaction after the other; reads have their
/// own connections and each sees one state of the file, whatever is written meanwhile. Another process may read and
/// write the same file.</para>
/// </summary>
public sealed class SqliteDatabase : IDisposable
{
    private readonly SqliteSession _writer;
    private readonly SemaphoreSlim _writing = new(1, 1);
    private readonly ConcurrentBag<SqliteSession> _readers = [];
    private bool _isDisposed;

    private SqliteDatabase(string path)
    {
        Path = path;
        _writer = new SqliteSession(path);
    }

    /// <summary>The database file.</summary>
    public string Path { get; }

    /// <summary>Released by each commit that sent messages, once until it is awaited.</summary>
    internal SemaphoreSlim Sent { get; } = new(0, 1);

    /// <summary>
    /// Opens a database file, makes it where it is missing, and takes it to the tables of this release. Throws
    /// <see cref="NewerDatabaseException"/> for the file of a later release.
    /// </summary>
    public static SqliteDatabase Open(string path)
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(System.IO.Path.GetFullPath(path))!);
        var database = new SqliteDatabase(path);
        try
        {
            SqliteMigrations.Apply(database._writer, path);
            return database;
        }
        catch
        {
            database.Dispose();
            throw;
        }
    }

    /// <summary>Closes the file. The last connection to it folds the log into it.</summary>
    public void Dispose()
    {
        if (_isDisposed)
            return;
        _isDisposed = true;
        foreach (var reader in _readers)
            reader.Dispose();
        _writer.Dispose();
        _writing.Dispose();
        Sent.Dispose();
    }

    /// <summary>Runs work in one transaction: it takes effect whole, or not at all where it throws.</summary>
    internal Task<T> WriteAsync<T>(Func<SqliteSession, T> work, CancellationToken cancellation) =>
        WriteAsync(work, isDurable: false, cancellation);

    /// <inheritdoc cref="WriteAsync{T}(Func{SqliteSession, T}, CancellationToken)"/>
    internal Task WriteAsync(Action<SqliteSession> work, CancellationToken cancellation) => WriteAsync(
        session =>
        {
            work(session);
            return true;
        },
        cancellation);

    /// <summary>
    /// As <c>WriteAsync</c>, and the transaction, with all before it, outlives a power cut once this returns. For what
    /// is followed by a step outside the file that relies on it.
    /// </summary>
    internal Task<T> WriteDurablyAsync<T>(Func<SqliteSession, T> work, CancellationToken cancellation) =>
        WriteAsync(work, isDurable: true, cancellation);

    /// <summary>As <c>WriteAsync</c>, for the time before the database is handed to anybody.</summary>
    internal void Write(Action<SqliteSession> work) => Commit(
        session =>
        {
            work(session);
            return true;
        },
        isDurable: false);

    /// <summary>Reads one state of the file.</summary>
    internal Task<T> ReadAsync<T>(Func<SqliteSession, T> work, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        ObjectDisposedException.ThrowIf(_isDisposed, this);
        var session = _readers.TryTake(out var idle) ? idle : new SqliteSession(Path);
        try
        {
            session.Begin(immediate: false);
            return Task.FromResult(work(session));
        }
        finally
        {
            session.Rollback();
            if (_isDisposed)
                session.Dispose();
            else
                _readers.Add(session);
        }
    }

    private async Task<T> WriteAsync<T>(Func<SqliteSession, T> work, bool isDurable, CancellationToken cancellation)
    {
        await _writing.WaitAsync(cancellation);
        try
        {
            ObjectDisposedException.ThrowIf(_isDisposed, this);
            return Commit(work, isDurable);
        }
        finally
        {
            if (!_isDisposed)
                _writing.Release();
        }
    }

    private T Commit<T>(Func<SqliteSession, T> work, bool isDurable)
    {
        if (isDurable)
            _writer.Script("PRAGMA synchronous = FULL");
        try
        {
            _writer.Begin(immediate: true);
            var result = work(_writer);
            _writer.Commit();
            if (_writer.HasSent && Sent.CurrentCount == 0)
                Sent.Release();
            return result;
        }
        catch
        {
            _writer.Rollback();
            throw;
        }
        finally
        {
            if (isDurable)
                _writer.Script("PRAGMA synchronous = NORMAL");
        }
    }
}
