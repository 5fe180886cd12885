using System.Collections.Immutable;
using Reconciliation.Domain;
using Reconciliation.Pipeline.Messages;
using Reconciliation.Pipeline.Ports;
using Reconciliation.Pipeline.Serialization;

namespace Reconciliation.Storage.Sqlite;

/// <summary>Takes a staged file into the books, in one transaction.</summary>
internal sealed class Acceptance(ChartBalances balances, Outbox outbox)
{
    // What is staged, in the order of the identifiers.
    private const string Ordered = "(SELECT content, id FROM staged_entry WHERE staging = ?1 ORDER BY id, content LIMIT -1)";

    private sealed record StagedAccount(long Id, string Key, Currency Currency, long Total);

    public AcceptedEntries Accept(
        SqliteSession session, FileRecord file, ImmutableArray<StatementRecord> statements, int? expected)
    {
        if (FileRows.Find(session, file.Sha256) is { Status: FileStatus.Accepted } before)
            return AcceptedBefore(session, file, before);
        var staging = StagedRows.IdOf(session, file.Sha256) ?? 0;
        var staged = StagedRows.Count(session, staging);
        if (expected is { } count && count != staged)
            throw new StagingOverlapException(file.Sha256, count, staged);

        FileRows.Put(session, file);
        var row = FileRows.IdOf(session, file);
        var entered = TakeIn(session, row, staging, staged);
        foreach (var statement in statements)
            BankAccountRows.AddStatement(session, row, statement);
        StagedRows.Forget(session, staging);
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

    /// <summary>Enters what is new, notes what is not, posts the sums; how many entries were new.</summary>
    private int TakeIn(SqliteSession session, long file, long staging, int staged)
    {
        var accounts = EnsureBankAccounts(session, staging);
        var last = session.Scalar("SELECT max(seq) FROM entry") ?? 0;
        var entered = Enter(session, file, staging);
        if (entered < staged)
            NoteSeenAgain(session, file, staging);
        foreach (var (id, key, currency, total) in entered == staged ? accounts : Entered(session, last))
        {
            BankAccountRows.AddToTotal(session, id, total);
            balances.AddEntries(session, new Money(total, currency), StoredText.BankAccount(key));
        }

        return entered;
    }

    private static List<StagedAccount> EnsureBankAccounts(SqliteSession session, long staging)
    {
        var staged = session.Query(
            row => new StagedAccount(row.GetInt64(0), row.GetString(1), StoredText.Currency(row.GetString(2)), row.GetInt64(3)),
            "SELECT id, key, currency, entry_total FROM staged_account WHERE staging = ?1 ORDER BY id", staging);
        return staged.ConvertAll(account =>
        {
            var row = BankAccountRows.Ensure(session, account.Key, account.Currency);
            session.Execute("UPDATE staged_account SET bank_account = ?2 WHERE id = ?1", account.Id, row);
            return account with { Id = row };
        });
    }

    // In the order of the identifiers rather than of the file: neighbours go to the same page of each index, since those
    // that begin with a day have one place for each day at which they grow.
    private static int Enter(SqliteSession session, long file, long staging) => session.Execute(
        """
        INSERT INTO entry (content, id, fingerprint, occurrence, file, bank_account, day, amount, currency)
        SELECT s.content, s.id, s.fingerprint, s.occurrence, ?1, a.bank_account, s.day, s.amount, a.currency
        FROM staged_entry s CROSS JOIN staged_account a ON a.id = s.account
        WHERE s.staging = ?2 ORDER BY s.id, s.content
        ON CONFLICT (id) DO NOTHING
        """,
        file, staging);

    private static void NoteSeenAgain(SqliteSession session, long file, long staging)
    {
        session.Execute(
            $"INSERT INTO staged_again (content, entry) SELECT s.content, e.seq FROM {Ordered} s CROSS JOIN entry e ON e.id = s.id WHERE e.content <> s.content",
            staging);
        session.Execute("INSERT OR IGNORE INTO entry_seen (entry, file) SELECT entry, ?1 FROM staged_again", file);
        session.Execute("DELETE FROM entry_content WHERE id IN (SELECT content FROM staged_again)");
        session.Execute("DELETE FROM staged_again");
    }

    /// <summary>What the entries after <paramref name="last"/> come to in each account.</summary>
    private static List<StagedAccount> Entered(SqliteSession session, long last) => session.Query(
        row => new StagedAccount(row.GetInt64(0), row.GetString(1), StoredText.Currency(row.GetString(2)), row.GetInt64(3)),
        """
        SELECT b.id, b.key, e.currency, sum(e.amount) FROM entry e NOT INDEXED CROSS JOIN bank_account b ON b.id = e.bank_account
        WHERE e.seq > ?1 GROUP BY b.id, b.key, e.currency
        """,
        last);
}
