using Reconciliation.Pipeline.Serialization;

namespace Reconciliation.Storage.Sqlite;

/// <summary>
/// Entries on their way in, each staging on its own: what another file stages or accepts is no concern of it, so
/// dropping it takes nothing from anybody.
/// </summary>
internal static class StagedRows
{
    public static void Begin(SqliteSession session, string sha256)
    {
        Drop(session, sha256);
        session.Execute("INSERT INTO staging (sha256) VALUES (?1)", sha256);
    }

    public static void Add(SqliteSession session, string sha256, StagedBatch batch)
    {
        var staging = IdOf(session, sha256)
            ?? session.Scalar("INSERT INTO staging (sha256) VALUES (?1) RETURNING id", sha256)
            ?? throw new InvalidOperationException("No row was inserted.");
        var accounts = AddAccounts(session, staging, batch);
        var content = session.Scalar("SELECT max(id) FROM entry_content") ?? 0;
        var said = session.Statement("INSERT INTO entry_content (id, said) VALUES (?1, ?2)");
        var entry = session.Statement(
            """
            INSERT INTO staged_entry (staging, content, id, fingerprint, occurrence, account, day, amount)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
            """);
        Span<byte> day = stackalloc byte[StoredUtf8.DayLength];
        foreach (ref readonly var row in batch.Rows)
        {
            content++;
            var (identity, _, booked) = row.Staged;
            StoredUtf8.Write(booked.BookingDate.Day, day);
            said.Bind(1, content).Bind(2, batch.Said(row)).Run();
            entry.Bind(1, staging).Bind(2, content).Bind(3, row.Id).Bind(4, identity.Occurrence == 1 ? "" : identity.Fingerprint)
                .Bind(5, identity.Occurrence).Bind(6, accounts[row.Account]).Bind(7, day).Bind(8, booked.Amount.MinorUnits).Run();
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

    /// <summary>Ends a staging, whose content stays.</summary>
    public static void Forget(SqliteSession session, long staging)
    {
        // Where nothing else is staged the whole table goes, which takes no look at its rows.
        if (session.Scalar("SELECT EXISTS (SELECT 1 FROM staging WHERE id <> ?1)", staging) == 0)
            session.Execute("DELETE FROM staged_entry");
        else
            session.Execute("DELETE FROM staged_entry WHERE staging = ?1", staging);
        session.Execute("DELETE FROM staged_account WHERE staging = ?1", staging);
        session.Execute("DELETE FROM staging WHERE id = ?1", staging);
    }

    public static long? IdOf(SqliteSession session, string sha256) =>
        session.Scalar("SELECT id FROM staging WHERE sha256 = ?1", sha256);

    /// <summary>How many entries are staged.</summary>
    public static int Count(SqliteSession session, long staging) =>
        (int)(session.Scalar("SELECT sum(entry_count) FROM staged_account WHERE staging = ?1", staging) ?? 0);

    private static long[] AddAccounts(SqliteSession session, long staging, StagedBatch batch)
    {
        var rows = new long[batch.Accounts.Length];
        for (var place = 0; place < rows.Length; place++)
        {
            var tally = batch.Accounts[place];
            rows[place] = session.Scalar(
                """
                INSERT INTO staged_account (staging, key, currency, entry_count, entry_total) VALUES (?1, ?2, ?3, ?4, ?5)
                ON CONFLICT (staging, key, currency) DO UPDATE SET
                    entry_count = entry_count + excluded.entry_count, entry_total = entry_total + excluded.entry_total
                RETURNING id
                """,
                staging, tally.Account.Value, tally.Currency.Code, tally.Count, tally.Total)
                ?? throw new InvalidOperationException("No row was inserted.");
        }

        return rows;
    }
}
