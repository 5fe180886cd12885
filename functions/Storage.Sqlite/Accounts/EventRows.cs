using System.Collections.Immutable;
using Reconciliation.Domain.Ledger;
using Reconciliation.Pipeline.Serialization;

namespace Reconciliation.Storage.Sqlite;

/// <summary>The events of accounts, and the fold of long streams kept beside them.</summary>
internal static class EventRows
{
    /// <summary>After how many events a stream's state is kept again.</summary>
    public const int SnapshotInterval = 100;

    // A snapshot holds what the fold of one build came to. Another build may fold otherwise, and reads the events.
    private static readonly string Build = typeof(DebtorAccount).Module.ModuleVersionId.ToString("N");

    /// <summary>The account at its version in the file, reached from the nearest state known.</summary>
    public static DebtorAccount Load(SqliteSession session, AccountId account, DebtorAccount? known = null)
    {
        if (AccountRows.Find(session, account) is not var (id, version))
            return DebtorAccount.Empty(account);
        // A reader may see an older file than the one who read the account last.
        var start = known is not null && known.Version <= version ? known : Kept(session, id, account);
        return start.Version == version ? start : start.Apply(After(session, id, start.Version));
    }

    public static ImmutableArray<AccountEvent> After(SqliteSession session, long account, int version) =>
    [
        .. session.Query(
            row => StoredJson.Read<AccountEvent>(row.GetString(0)),
            "SELECT said FROM event WHERE account = ?1 AND version > ?2 ORDER BY version",
            account, version),
    ];

    /// <summary>Adds events behind a version and moves the stream's version; a snapshot follows where one is due.</summary>
    public static int Append(SqliteSession session, AccountId account, long id, int version, ImmutableArray<AccountEvent> events)
    {
        var last = version;
        foreach (var happened in events)
        {
            last++;
            session.Execute(
                "INSERT INTO event (account, version, kind, at, said) VALUES (?1, ?2, ?3, ?4, ?5)",
                id, last, StoredKinds.Of(happened), StoredText.Of(happened.Decision.At), StoredJson.Write(happened));
        }

        session.Execute("UPDATE account SET version = ?2 WHERE id = ?1", id, last);
        if (last / SnapshotInterval > version / SnapshotInterval)
            Keep(session, id, Load(session, account));
        return last;
    }

    private static DebtorAccount Kept(SqliteSession session, long id, AccountId account) =>
        session.Text("SELECT state FROM snapshot WHERE account = ?1 AND build = ?2", id, Build) is { } state
            ? StoredJson.Read<DebtorAccount>(state)
            : DebtorAccount.Empty(account);

    private static void Keep(SqliteSession session, long id, DebtorAccount account) => session.Execute(
        "INSERT OR REPLACE INTO snapshot (account, version, build, state) VALUES (?1, ?2, ?3, ?4)",
        id, account.Version, Build, StoredJson.Write(account));
}
