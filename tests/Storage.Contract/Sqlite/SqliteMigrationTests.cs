using System.Globalization;
using Microsoft.Data.Sqlite;
using Reconciliation.Domain.Ledger;
using Reconciliation.Domain.Matching;
using Reconciliation.Pipeline.Ports;
using Reconciliation.Pipeline.Serialization;
using Reconciliation.Storage.Sqlite;

namespace Reconciliation.Storage.Contract.Sqlite;

/// <summary>The files of earlier releases, as these wrote them.</summary>
public sealed class SqliteMigrationTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("reconciliation-").FullName;

    private static CancellationToken None => CancellationToken.None;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Open_OfSchema4_KeepsItsEntries_AndForgetsWhatWasStaged()
    {
        var (seen, fresh, twin) = (Given.Staged("A"), Given.Staged("B", day: 5), Given.Staged("A", occurrence: 2));
        WriteSchema4(seen, fresh, twin);

        using var storage = SqliteStorage.Open(_folder, ChartOfAccounts.Default, new ManualClock());
        var store = storage.Statements;

        Assert.Equal(2, (await store.OccurrencesAsync([seen.Identity.Fingerprint], None))[seen.Identity.Fingerprint]);
        var ofFile = await Given.AllAsync(page => store.EntriesAsync(new EntryFilter([], File: Given.Sha("f")), page, None), 1);
        Assert.Equal([EntryState.New, EntryState.New, EntryState.Unexplained], ofFile.Select(entry => entry.Matching.State).Order());
        Assert.Equal(fresh.Identity.Id, ofFile[^1].Payment.Id);
        Assert.Equal(new AcceptedEntries(1, 2), await store.AcceptedAsync("g", [seen, twin, Given.Staged("A", occurrence: 3)], Given.Statement()));
        Assert.Equal(3, (await store.OccurrencesAsync([seen.Identity.Fingerprint], None))[seen.Identity.Fingerprint]);
        Assert.Equal(4L, Ask("SELECT count(*) FROM entry_content"));
        Assert.Equal(0L, Ask("SELECT count(*) FROM staging"));
        Assert.Equal("ok", Ask("PRAGMA integrity_check"));
    }

    private void WriteSchema4(StagedEntry seen, StagedEntry fresh, StagedEntry twin)
    {
        foreach (var name in typeof(SqliteDatabase).Assembly.GetManifestResourceNames().Where(name => name.EndsWith(".sql", StringComparison.Ordinal)).Order(StringComparer.Ordinal).Take(4))
        {
            using var script = new StreamReader(typeof(SqliteDatabase).Assembly.GetManifestResourceStream(name)!);
            Run(script.ReadToEnd());
        }

        Run("PRAGMA user_version = 4");
        Run("INSERT INTO file (id, sha256, name, status, arrived_at, record) VALUES (1, $0, 'f.xml', 'accepted', '2026-03-05T08:30:00.0000000Z', $1)", Given.Sha("f"), StoredJson.Write(Given.File("f")));
        Run("INSERT INTO bank_account (id, key, currency, entry_total) VALUES (1, $0, 'EUR', 30000)", Given.Bank.Value);
        Enter(1, seen, "unexplained", StoredJson.Write(new EntryMatching { Entry = seen.Identity.Id }.Propose([], []).Next!));
        Enter(2, fresh, "new", null);
        Enter(3, twin, "new", null);
        Run("INSERT INTO staging (id, sha256) VALUES (7, $0)", Given.Sha("h"));
        Run("INSERT INTO entry_content (id, said) VALUES (9, '{}')");
        Run("INSERT INTO staged_entry (staging, content, id, fingerprint, occurrence, bank_account, day, amount, currency) VALUES (7, 9, 'i', 'f', 1, 'B', '2026-03-04', 1, 'EUR')");
    }

    private void Enter(long row, StagedEntry entry, string state, string? matching)
    {
        Run("INSERT INTO entry_content (id, said) VALUES ($0, $1)", row, StoredJson.Write(entry.Entry));
        Run(
            "INSERT INTO entry (seq, content, id, fingerprint, occurrence, file, bank_account, day, amount, currency, state, matching) VALUES ($0, $0, $1, $2, $3, 1, 1, $4, $5, 'EUR', $6, $7)",
            row, entry.Identity.Id, entry.Identity.Fingerprint, entry.Identity.Occurrence, StoredText.Of(entry.Entry.BookingDate.Day), entry.Entry.Amount.MinorUnits, state, matching);
    }

    private void Run(string sql, params object?[] values) => Behind(sql, values, command => command.ExecuteNonQuery());

    private object? Ask(string sql) => Behind(sql, [], command => command.ExecuteScalar());

    private T Behind<T>(string sql, object?[] values, Func<SqliteCommand, T> run)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(_folder, "ledger.db")};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        for (var i = 0; i < values.Length; i++)
            command.Parameters.AddWithValue(string.Create(CultureInfo.InvariantCulture, $"${i}"), values[i] ?? DBNull.Value);
        return run(command);
    }
}
