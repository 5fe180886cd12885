using Reconciliation.Pipeline.Ports;
using Reconciliation.Pipeline.Serialization;

namespace Reconciliation.Storage.Sqlite;

/// <summary>What is known of files, a row a content and name.</summary>
internal static class FileRows
{
    /// <summary>The record of a content: the accepted one, else the last.</summary>
    public static FileRecord? Find(SqliteSession session, string sha256) => session.Query(
        row => StoredJson.Read<FileRecord>(row.GetString(0)),
        "SELECT record FROM file WHERE sha256 = ?1 ORDER BY status = 'accepted' DESC, arrived_at DESC, id DESC LIMIT 1",
        sha256).FirstOrDefault();

    /// <summary>Keeps a record in the place of an earlier one; one that says accepted is kept as it is.</summary>
    public static void Put(SqliteSession session, FileRecord file) => session.Execute(
        """
        INSERT INTO file (sha256, name, status, arrived_at, record) VALUES (?1, ?2, ?3, ?4, ?5)
        ON CONFLICT (sha256, name) DO UPDATE SET status = excluded.status, arrived_at = excluded.arrived_at, record = excluded.record
        WHERE file.status <> 'accepted'
        """,
        file.Sha256, file.Name, StoredText.Of(file.Status), StoredText.Of(file.ArrivedAt), StoredJson.Write(file));

    /// <summary>The row of a record that was put.</summary>
    public static long IdOf(SqliteSession session, FileRecord file) =>
        session.Scalar("SELECT id FROM file WHERE sha256 = ?1 AND name = ?2", file.Sha256, file.Name)
        ?? throw new InvalidOperationException($"File {file.Name} has no record.");

    /// <summary>Writes the counts of an acceptance into its record.</summary>
    public static void Count(SqliteSession session, long id, FileRecord file) =>
        session.Execute("UPDATE file SET record = ?2 WHERE id = ?1", id, StoredJson.Write(file));

    public static Page<FileRecord> List(SqliteSession session, FileStatus? status, PageRequest page)
    {
        var (arrivedAt, id) = Paging.Parts(page.Continuation, "~", "0");
        var rows = session.Query(
            row => (Record: row.GetString(0), Key: $"{row.GetString(1)} {row.GetInt64(2)}"),
            """
            SELECT record, arrived_at, id FROM file
            WHERE (arrived_at, id) < (?1, CAST(?2 AS INTEGER)) AND (?3 IS NULL OR status = ?3)
            ORDER BY arrived_at DESC, id DESC LIMIT ?4
            """,
            arrivedAt, id, status is { } asked ? StoredText.Of(asked) : null, Paging.RowsFor(page));
        return Paging.Of(rows, page, row => StoredJson.Read<FileRecord>(row.Record), row => row.Key);
    }
}
