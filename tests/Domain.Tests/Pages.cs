namespace Reconciliation.Domain.Tests;

/// <summary>Reads the tables of the pages that stand beside the code, to hold both together.</summary>
internal static class Pages
{
    /// <summary>The rows of the only table below a heading, cell by cell; the line of titles is left out.</summary>
    public static IReadOnlyList<string[]> Table(string page, string heading)
    {
        var lines = File.ReadAllLines(Path.Combine(Fixtures.Root, "..", "..", "functions", "Domain", page));
        return [.. lines.SkipWhile(line => line != heading).Skip(1)
            .TakeWhile(line => !line.StartsWith('#'))
            .Where(line => line.StartsWith('|'))
            .Skip(2)
            .Select(line => line.Trim('|').Split(" | ").Select(cell => cell.Trim()).ToArray())];
    }
}
