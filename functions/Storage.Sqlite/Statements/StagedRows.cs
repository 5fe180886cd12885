using Reconciliation.Pipeline.Ports;
using Reconciliation.Pipeline.Serialization;

namespace Reconciliation.Storage.Sqlite;

/// <summary>
/// Entries on their way in, each staging on its own: what another file stages or accepts is no concern of it, so
/// dropping it takes nothing from anybody.
/// </summary>
internal static class StagedRows
{
    /// <summary>An entry with its identifier and text, which are made outside the transaction.</summary>
    public readonly record struct Prepared(StagedEntry Staged, string Id, string Said);

    public static Prepared Prepare(StagedEntry staged) => new(staged, staged.Identity.Id, StoredJson.Write(staged.Entry));

    public static void Begin(SqliteSession session, string sha256)
    {
        Drop(session, sha256);
        session.Execute("INSERT INTO staging (sha256) VALUES (?1)", sha256);
    }

    public static void Add(SqliteSession session, string sha256, Prepared[] entries)
    {
        var staging = IdOf(session, sha256)
            ?? session.Scalar("INSERT INTO staging (sha256) VALUES (?1) RETURNING id", sha256);
        var content = session.Scalar("SELECT max(id) FROM entry_content") ?? 0;
        foreach (var (staged, id, said) in entries)
        {
            content++;
            session.Execute("INSERT INTO entry_content (id, said) VALUES (?1, ?2)", content, said);
            session.Execute(
                """
                INSERT INTO staged_entry (content, staging, id, fingerprint, occurrence, bank_account, day, amount, currency)
                VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)
                """,
                content, staging, id, staged.Identity.Fingerprint, staged.Identity.Occurrence, staged.Account.Value,
                StoredText.Of(staged.Entry.BookingDate.Day), staged.Entry.Amount.MinorUnits, staged.Entry.Amount.Currency.Code);
        }
    }

    /// <summary>Forgets what is staged under a hash, with its content.</summary>
    public static void Drop(SqliteSession session, string sha256)
    {
        if (IdOf(session, sha256) is not { } staging)
            return;
        session.Execute("DELETE FROM entry_content WHERE id IN (SELECT content FROM staged_entry WHERE staging = ?1)", staging);
        Forget(session, staging);
    }

    /// <summary>Ends a staging whose entries were entered; the content of those that were not goes.</summary>
    public static void Settle(SqliteSession session, long staging, bool isWhole)
    {
        if (!isWhole)
        {
            session.Execute(
                """
                DELETE FROM entry_content WHERE id IN (
                    SELECT s.content FROM staged_entry s JOIN entry e ON e.id = s.id
                    WHERE s.staging = ?1 AND e.content <> s.content)
                """,
                staging);
        }

        Forget(session, staging);
    }

    private static void Forget(SqliteSession session, long staging)
    {
        session.Execute("DELETE FROM staged_entry WHERE staging = ?1", staging);
        session.Execute("DELETE FROM staging WHERE id = ?1", staging);
    }

    public static long? IdOf(SqliteSession session, string sha256) =>
        session.Scalar("SELECT id FROM staging WHERE sha256 = ?1", sha256);
}
