using System.Collections.Immutable;
using Reconciliation.Domain;
using Reconciliation.Pipeline.Messages;
using Reconciliation.Pipeline.Ports;
using Reconciliation.Pipeline.Serialization;

namespace Reconciliation.Storage.Sqlite;

/// <summary>Takes a staged file into the books, in one transaction.</summary>
internal sealed class Acceptance(ChartBalances balances, Outbox outbox)
{
    public AcceptedEntries Accept(
        SqliteSession session, FileRecord file, ImmutableArray<StatementRecord> statements, int? expected)
    {
        if (FileRows.Find(session, file.Sha256) is { Status: FileStatus.Accepted } before)
            return AcceptedBefore(session, file, before);
        var staging = StagedRows.IdOf(session, file.Sha256) ?? 0;
        var staged = (int)(session.Scalar("SELECT count(*) FROM staged_entry WHERE staging = ?1", staging) ?? 0);
        if (expected is { } count && count != staged)
            throw new StagingOverlapException(file.Sha256, count, staged);

        FileRows.Put(session, file);
        var row = FileRows.IdOf(session, file);
        EnsureBankAccounts(session, staging);
        var entered = Enter(session, row, staging);
        if (entered < staged)
            NoteSeenAgain(session, row, staging);
        Post(session, row);
        foreach (var statement in statements)
            BankAccountRows.AddStatement(session, row, statement);
        StagedRows.Settle(session, staging, isWhole: entered == staged);
        var accepted = new AcceptedEntries(entered, staged - entered);
        FileRows.Count(session, row, file with { NewEntries = accepted.New, KnownEntries = accepted.Known });
        outbox.Send(session, new EntriesAccepted(file.Sha256));
        return accepted;
    }

    private static AcceptedEntries AcceptedBefore(SqliteSession session, FileRecord file, FileRecord before)
    {
        StagedRows.Drop(session, file.Sha256);
        if (file.Name == before.Name)
            return new AcceptedEntries(before.NewEntries, before.KnownEntries);
        var known = before.NewEntries + before.KnownEntries;
        FileRows.Put(session, file with { Status = FileStatus.Duplicate, NewEntries = 0, KnownEntries = known });
        return new AcceptedEntries(0, known);
    }

    private static void EnsureBankAccounts(SqliteSession session, long staging)
    {
        var kept = session.Query(
            row => (Key: row.GetString(0), Currency: row.GetString(1)),
            "SELECT DISTINCT bank_account, currency FROM staged_entry WHERE staging = ?1", staging);
        foreach (var (key, currency) in kept)
            BankAccountRows.Ensure(session, key, StoredText.Currency(currency));
    }

    // In the order of the indices rather than of the file: neighbours go to the same page.
    private static int Enter(SqliteSession session, long file, long staging) => session.Execute(
        """
        INSERT INTO entry (content, id, fingerprint, occurrence, file, bank_account, day, amount, currency)
        SELECT s.content, s.id, s.fingerprint, s.occurrence, ?1, b.id, s.day, s.amount, s.currency
        FROM staged_entry s JOIN bank_account b ON b.key = s.bank_account
        WHERE s.staging = ?2 ORDER BY s.day, s.id, s.content
        ON CONFLICT (id) DO NOTHING
        """,
        file, staging);

    private static void NoteSeenAgain(SqliteSession session, long file, long staging) => session.Execute(
        """
        INSERT OR IGNORE INTO entry_seen (entry, file)
        SELECT e.seq, ?1 FROM staged_entry s JOIN entry e ON e.id = s.id
        WHERE s.staging = ?2 AND e.content <> s.content
        """,
        file, staging);

    private void Post(SqliteSession session, long file)
    {
        var totals = session.Query(
            row => (Account: row.GetInt64(0), Key: row.GetString(1), Total: new Money(row.GetInt64(3), StoredText.Currency(row.GetString(2)))),
            """
            SELECT b.id, b.key, e.currency, sum(e.amount)
            FROM entry e JOIN bank_account b ON b.id = e.bank_account
            WHERE e.file = ?1 GROUP BY b.id, b.key, e.currency
            """,
            file);
        foreach (var (account, key, total) in totals)
        {
            BankAccountRows.AddToTotal(session, account, total.MinorUnits);
            balances.AddEntries(session, total, StoredText.BankAccount(key));
        }
    }
}
