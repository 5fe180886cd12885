namespace Reconciliation.Domain.Tests;

/// <summary>Reads the tables of the pages that stand beside the code, to hold both together.</summary>
internal static class Pages
{
    /// <summary>The rows of the only table below a heading, cell by cell; the line of titles is left out.</summary>
    /// <param name="page">The page's path below functions/Domain.</param>
    /// <param name="heading">The whole line of the heading.</param>
    public static IReadOnlyList<string[]> Table(string page, string heading)
    {
        var lines = File.ReadAllLines(PathOf(page));
        var (first, count) = Rows(lines, heading);
        return [.. lines.Skip(first).Take(count).Select(line => line.Trim('|').Split(" | ").Select(cell => cell.Trim()).ToArray())];
    }

    /// <summary>
    /// Holds the only table below a heading against the rows that the code gives. With the environment variable
    /// UPDATE_FIXTURES=1 the rows are written instead, for a person to read in the diff.
    /// </summary>
    public static void ShouldHold(string page, string heading, IEnumerable<string[]> rows)
    {
        var expected = rows.Select(cells => $"| {string.Join(" | ", cells.Select(cell => cell.Replace("|", "\\|", StringComparison.Ordinal)))} |").ToList();
        if (Environment.GetEnvironmentVariable("UPDATE_FIXTURES") == "1")
            Replace(page, heading, expected);
        var lines = File.ReadAllLines(PathOf(page));
        var (first, count) = Rows(lines, heading);
        Assert.Equal(expected, lines.Skip(first).Take(count));
    }

    private static void Replace(string page, string heading, IEnumerable<string> rows)
    {
        var lines = File.ReadAllLines(PathOf(page));
        var (first, count) = Rows(lines, heading);
        File.WriteAllText(PathOf(page), string.Join('\n', lines.Take(first).Concat(rows).Concat(lines.Skip(first + count))) + "\n");
    }

    private static (int First, int Count) Rows(IList<string> lines, string heading)
    {
        var below = lines.IndexOf(heading);
        Assert.True(below >= 0, $"There is no heading '{heading}'.");
        var first = lines.Index().Skip(below).First(line => line.Item.StartsWith("| ---", StringComparison.Ordinal)).Index + 1;
        return (first, lines.Skip(first).TakeWhile(line => line.StartsWith('|')).Count());
    }

    private static string PathOf(string page) => Path.Combine(Fixtures.Root, "..", "..", "functions", "Domain", page);
}
