using System.Globalization;
using Microsoft.Data.Sqlite;
using Reconciliation.Benchmarks.DemoMonth.Chance;
using SQLitePCL;

namespace Reconciliation.Benchmarks.Intake;

/// <summary>
/// The limit: as many rows of about the same bytes into one table with the indexes of the ledger's entries, by a prepared
/// INSERT in a loop that does nothing else.
/// </summary>
internal static class BareInserts
{
    private const int RowsOfATransaction = 20_000;
    private const int TextLength = 700;

    private const string Tables =
        """
        PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA temp_store = MEMORY; PRAGMA cache_size = -32000;
        CREATE TABLE entry (
            seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, fingerprint TEXT NOT NULL, file INTEGER NOT NULL,
            day TEXT NOT NULL, amount INTEGER NOT NULL, state TEXT NOT NULL, said TEXT NOT NULL) STRICT;
        CREATE INDEX entry_by_state ON entry (state, day, id);
        CREATE INDEX entry_by_file ON entry (file, day, id);
        """;

    public static async Task<IntakeFigures> RunAsync(string folder, IntakeFigures taken)
    {
        var path = Path.Combine(folder, "bare.db");
        var spent = await Spent.OnAsync(() => Task.Run(() => Insert(path, taken.Rows)));
        var length = new FileInfo(path).Length;
        File.Delete(path);
        return taken with
        {
            Name = "limit: bare INSERTs", Time = spent.Time, Processor = spent.Processor, DatabaseBytes = length, MemoryAboveFloor = spent.MemoryAboveFloor,
        };
    }

    private static void Insert(string path, int rows)
    {
        using var connection = new SqliteConnection($"Data Source={path};Pooling=False");
        connection.Open();
        Run(connection, Tables);
        Check(raw.sqlite3_prepare_v2(connection.Handle, "INSERT INTO entry VALUES (?1, ?2, ?3, 1, ?4, ?5, 'new', ?6)", out var insert));
        using (insert)
        {
            var random = new DeterministicRandom(1);
            var text = new string('x', TextLength);
            for (var row = 1; row <= rows; row++)
            {
                if (row % RowsOfATransaction == 1)
                    Run(connection, row == 1 ? "BEGIN" : "COMMIT; BEGIN");
                var id = Id(random);
                raw.sqlite3_bind_int64(insert, 1, row);
                raw.sqlite3_bind_text(insert, 2, id);
                raw.sqlite3_bind_text(insert, 3, id);
                raw.sqlite3_bind_text(insert, 4, Days[random.Below(Days.Length)]);
                raw.sqlite3_bind_int64(insert, 5, row);
                raw.sqlite3_bind_text(insert, 6, text);
                Check(raw.sqlite3_step(insert));
                Check(raw.sqlite3_reset(insert));
            }
        }

        Run(connection, "COMMIT");
    }

    private static string[] Days { get; } = [.. DemoMonth.Chance.Calendar.BankDays.Select(day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))];

    private static string Id(DeterministicRandom random) =>
        string.Create(CultureInfo.InvariantCulture, $"{random.Below(int.MaxValue):x8}{random.Below(int.MaxValue):x8}{random.Below(int.MaxValue):x8}{random.Below(int.MaxValue):x8}");

    private static void Run(SqliteConnection connection, string sql) => Check(raw.sqlite3_exec(connection.Handle, sql));

    private static void Check(int code)
    {
        if (code is not (raw.SQLITE_OK or raw.SQLITE_DONE))
            throw new InvalidOperationException($"SQLite answered {code}.");
    }
}
