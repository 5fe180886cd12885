using System.Collections.Immutable;

namespace Reconciliation.Storage.Sqlite;

/// <summary>
/// The steps from an empty file to today's tables: the embedded files of <c>Migrations/</c> in order of their number. A
/// step that was released is never changed; a new one follows it. <c>user_version</c> says how many a file has seen.
/// </summary>
internal static class SqliteMigrations
{
    public static ImmutableArray<string> Names { get; } =
        [.. typeof(SqliteMigrations).Assembly.GetManifestResourceNames().Where(name => name.EndsWith(".sql", StringComparison.Ordinal)).Order(StringComparer.Ordinal)];

    /// <summary>Takes the file to today's tables, a transaction a step, so that two programs may start at once.</summary>
    public static void Apply(SqliteSession session, string path)
    {
        RefuseNewer(Version(session), path);
        for (var step = 0; step < Names.Length; step++)
            Apply(session, step);
    }

    private static void Apply(SqliteSession session, int step)
    {
        session.Begin(immediate: true);
        try
        {
            if (Version(session) == step)
                session.Script($"{Text(Names[step])}; PRAGMA user_version = {step + 1};");
            session.Commit();
        }
        catch
        {
            session.Rollback();
            throw;
        }
    }

    private static void RefuseNewer(long version, string path)
    {
        if (version > Names.Length)
            throw new NewerDatabaseException(path, version, Names.Length);
    }

    private static long Version(SqliteSession session) => session.Scalar("PRAGMA user_version") ?? 0;

    private static string Text(string name)
    {
        using var stream = typeof(SqliteMigrations).Assembly.GetManifestResourceStream(name)!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
