using Reconciliation.Domain.Ledger;

namespace Reconciliation.Storage.Sqlite;

/// <summary>The number that stands for an account's key in other tables.</summary>
internal static class AccountRows
{
    public static long Ensure(SqliteSession session, AccountId account)
    {
        var key = account.ToString();
        return session.Scalar("SELECT id FROM account WHERE key = ?1", key)
            ?? session.Scalar("INSERT INTO account (key) VALUES (?1) RETURNING id", key)
            ?? throw new InvalidOperationException("No row was inserted.");
    }

    public static (long Id, int Version)? Find(SqliteSession session, AccountId account) => session.Query(
        row => ((long, int)?)(row.GetInt64(0), row.GetInt32(1)),
        "SELECT id, version FROM account WHERE key = ?1",
        account.ToString()).FirstOrDefault();
}
