using System.Text.RegularExpressions;

namespace Reconciliation.Architecture;

/// <summary>What the pages point at is there.</summary>
public partial class PathTests
{
    private static readonly string[] AnyName = ["<", "NAME"];

    [Fact]
    public void Links_LeadSomewhere()
    {
        var astray =
            from page in Page.All
            from link in page.LocalLinks
            where !Repository.Holds(page.FromRoot(link))
            select $"{page.Path}: {link}";

        Violations.ShouldBeNone(astray);
    }

    [Fact]
    public void Readmes_NamePathsThatExist()
    {
        var astray =
            from page in Page.All.Where(page => page.Path.EndsWith("README.md", StringComparison.Ordinal))
            from line in page.Lines
            let paths = Quoted().Matches(line).Select(match => Fixed(match.Groups[1].Value)).ToList()
            from path in paths
            where !Stands(page, path, paths[0])
            select $"{page.Path}: {path}";

        Violations.ShouldBeNone(astray);
    }

    /// <summary>
    /// A path is written from the page's folder or one around it, or from the folder of the line's first path. A source may
    /// be left without its extension; from where a name is left open, nothing is looked for.
    /// </summary>
    private static bool Stands(Page page, string path, string first) =>
        FoldersAbove(page).Append(page.FromRoot(Path.GetDirectoryName(first) ?? "")).Select(folder => Path.Combine(folder, path))
            .Any(each => Repository.Holds(each) || Repository.Holds(each + ".cs"));

    private static string Fixed(string path) => path.Split(AnyName, StringSplitOptions.None)[0];

    private static IEnumerable<string> FoldersAbove(Page page)
    {
        for (var folder = page.Folder; folder.Length > 0; folder = Path.GetDirectoryName(folder)!)
            yield return folder;
        yield return "";
    }

    /// <summary>Something in code quotes with a slash inside, or with the extension of a source or page.</summary>
    [GeneratedRegex(@"`((?=[^`]*/|[^`]*\.(?:cs|md|json|sql|txt)`)[\w.<][\w./<>-]*)`")]
    private static partial Regex Quoted();
}
