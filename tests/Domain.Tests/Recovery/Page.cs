using System.Xml.Linq;

namespace Reconciliation.Domain.Tests.Recovery;

/// <summary>
/// A page for people with blocks that follow from the code. With UPDATE_FIXTURES=1 a block is written instead of
/// compared, for a person to read in the diff.
/// </summary>
internal static class Page
{
    private static readonly string Folder = Path.GetFullPath(Path.Combine(Fixtures.Root, "..", "..", "functions", "Domain", "Recovery"));

    private static readonly Lazy<Dictionary<string, string>> Summaries = new(() =>
        XDocument.Load(Path.ChangeExtension(typeof(Domain.Recovery.Planner).Assembly.Location, ".xml"))
            .Descendants("member").ToDictionary(member => member.Attribute("name")!.Value, member => member.Element("summary")?.Value.Trim() ?? ""));

    /// <summary>What the code says of a member, for example <c>F:Reconciliation.Domain.Recovery.Placeholder.Iban</c>.</summary>
    public static string SummaryOf(string member) => Summaries.Value[member];

    public static void BlockShouldBe(string page, string block, IEnumerable<string> lines)
    {
        var path = Path.Combine(Folder, page);
        var text = File.ReadAllText(path);
        var (begin, end) = ($"<!-- begin: {block} -->\n", $"<!-- end: {block} -->");
        var start = text.IndexOf(begin, StringComparison.Ordinal) + begin.Length;
        var stop = text.IndexOf(end, StringComparison.Ordinal);
        Assert.True(start > begin.Length && stop >= start, $"{page} has no block '{block}'.");
        var expected = string.Join('\n', lines) + "\n";
        if (Environment.GetEnvironmentVariable("UPDATE_FIXTURES") == "1")
            File.WriteAllText(path, text[..start] + expected + text[stop..]);
        else
            Assert.Equal(expected, text[start..stop]);
    }
}
