using System.Collections.Immutable;
using Microsoft.Data.Sqlite;
using Reconciliation.Domain;
using Reconciliation.Domain.Ledger;
using Reconciliation.Domain.Matching;
using Reconciliation.Domain.Statements;
using Reconciliation.Pipeline.Ports;
using Reconciliation.Pipeline.Serialization;

namespace Reconciliation.Storage.Sqlite;

/// <summary>Accepted entries and how each is explained.</summary>
internal static class EntryRows
{
    private const string Columns = "SELECT e.id, b.key, c.said, f.sha256, e.matching, e.version, e.day FROM entry e";

    // Cross joins keep the order in which they are written: entries lead, by their index.
    private const string Joined =
        "CROSS JOIN entry_content c ON c.id = e.content CROSS JOIN bank_account b ON b.id = e.bank_account CROSS JOIN file f ON f.id = e.file";

    private const string ByState =
        $"""
        {Columns} {Joined} WHERE e.state = ?1 AND (e.day, e.id) > (?2, ?3) AND e.day <= ?7 AND (?5 IS NULL OR b.key = ?5) AND ?6 IS NULL
        ORDER BY e.day, e.id LIMIT ?4
        """;

    private const string OfFile =
        $"""
        {Joined}
        WHERE e.file = (SELECT id FROM file WHERE sha256 = ?6 AND status = 'accepted')
        AND e.state = ?1 AND (e.day, e.id) > (?2, ?3) AND e.day <= ?7 AND (?5 IS NULL OR b.key = ?5)
        """;

    private const string NewByFile = $"{Columns} INDEXED BY entry_by_state {OfFile} ORDER BY e.day, e.id LIMIT ?4";

    private const string SeenByFile = $"{Columns} INDEXED BY entry_by_file {OfFile} AND e.state <> 'new' ORDER BY e.day, e.id LIMIT ?4";

    private const string ExplainedCredit =
        $"""
        {Columns} INDEXED BY entry_explained_credit {Joined}
        WHERE e.state = 'explained' AND e.amount > 0 AND e.currency = ?1 AND e.amount = ?2 AND e.day >= ?3
        ORDER BY e.day, e.id
        """;

    /// <summary>A row before its texts are read.</summary>
    private sealed record Row(string Id, string BankAccount, string Said, string File, string? Matching, long Version, string Day);

    public static EntryRecord? Find(SqliteSession session, string entry) =>
        session.Query(Read, $"{Columns} {Joined} WHERE e.id = ?1", entry).Select(Record).FirstOrDefault();

    public static Page<EntryRecord> List(SqliteSession session, EntryFilter filter, PageRequest page)
    {
        var (day, id) = Paging.Parts(page.Continuation, filter.From is { } from ? StoredText.Of(from) : "", "");
        var size = Paging.RowsFor(page);
        var states = filter.States.IsDefaultOrEmpty ? Enum.GetValues<EntryState>() : [.. filter.States.Distinct()];
        // One look-up a state, so that each follows its index; together they hold the page.
        var rows = states.SelectMany(state => session.Query(
            Read,
            filter.File is null ? ByState : state == EntryState.New ? NewByFile : SeenByFile,
            StoredText.Of(state), day, id, size, filter.Account?.Value, filter.File, StoredText.Of(filter.To ?? DateOnly.MaxValue)));
        var ordered = rows.OrderBy(row => row.Day, StringComparer.Ordinal).ThenBy(row => row.Id, StringComparer.Ordinal).Take(size).ToList();
        return Paging.Of(ordered, page, Record, row => $"{row.Day} {row.Id}");
    }

    public static ImmutableArray<EntryRecord> ExplainedCredits(SqliteSession session, IEnumerable<Money> amounts, DateOnly since) =>
    [
        .. amounts.Distinct().SelectMany(amount => session.Query(Read, ExplainedCredit, amount.Currency.Code, amount.MinorUnits, StoredText.Of(since)))
            .OrderBy(row => row.Day, StringComparer.Ordinal).ThenBy(row => row.Id, StringComparer.Ordinal).Select(Record),
    ];

    public static int Occurrences(SqliteSession session, string fingerprint) =>
        (int)(session.Scalar(
            "SELECT (SELECT count(*) FROM entry WHERE id = ?1) + (SELECT count(*) FROM entry WHERE fingerprint = ?2 AND occurrence <> 1)",
            new EntryIdentity(fingerprint, 1).Id, fingerprint) ?? 0);

    public static bool HasNew(SqliteSession session) =>
        session.Scalar("SELECT EXISTS (SELECT 1 FROM entry WHERE state = 'new')") == 1;

    public static ImmutableDictionary<EntryState, int> Counts(SqliteSession session)
    {
        var none = Enum.GetValues<EntryState>().ToImmutableDictionary(state => state, _ => 0);
        return none.SetItems(session.Query(
            row => KeyValuePair.Create(StoredText.Member<EntryState>(row.GetString(0)), row.GetInt32(1)),
            "SELECT state, count(*) FROM entry GROUP BY state"));
    }

    public static ImmutableArray<string> InFlight(SqliteSession session, AccountId account) =>
    [
        .. session.Query(
            row => row.GetString(0),
            """
            SELECT e.id FROM money_in_flight m JOIN account a ON a.id = m.account JOIN entry e ON e.seq = m.entry
            WHERE a.key = ?1 ORDER BY e.day, e.id
            """,
            account.ToString()),
    ];

    private static Row Read(SqliteDataReader row) => new(
        row.GetString(0), row.GetString(1), row.GetString(2), row.GetString(3), row.IsDBNull(4) ? null : row.GetString(4), row.GetInt64(5), row.GetString(6));

    private static EntryRecord Record(Row row) => new(
        new Payment(row.Id, StoredText.BankAccount(row.BankAccount), StoredJson.Read<StatementEntry>(row.Said)),
        row.File,
        row.Matching is { } matching ? StoredJson.Read<EntryMatching>(matching) : new EntryMatching { Entry = row.Id },
        row.Version);
}
