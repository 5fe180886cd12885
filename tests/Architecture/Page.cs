using System.Text.RegularExpressions;

namespace Reconciliation.Architecture;

/// <summary>A Markdown page of the repository.</summary>
internal sealed partial record Page(string Path, string[] Lines)
{
    public static IEnumerable<Page> All => Repository.Files().Where(file => file.EndsWith(".md", StringComparison.Ordinal)).Select(Of);

    /// <summary>The folder that the page stands in, relative to the root; empty for the root.</summary>
    public string Folder => Path.Contains('/', StringComparison.Ordinal) ? Path[..Path.LastIndexOf('/')] : "";

    public static Page Of(string path) => new(path, Repository.Lines(path));

    /// <summary>The lines of the first code block below a heading.</summary>
    public IReadOnlyList<string> CodeBelow(string heading) =>
        [.. Below(heading).SkipWhile(line => !IsFence(line)).Skip(1).TakeWhile(line => !IsFence(line))];

    /// <summary>The rows of the first table below a heading, cell by cell, without the line of titles.</summary>
    public IReadOnlyList<string[]> TableBelow(string heading) => [.. Rows(Below(heading).SkipWhile(line => !IsRow(line)))];

    /// <summary>The targets of links that stay in the repository, without the part of the page that they name.</summary>
    public IEnumerable<string> LocalLinks =>
        Lines.SelectMany(line => Link().Matches(line)).Select(match => match.Groups[1].Value.Split('#')[0])
            .Where(target => target.Length > 0 && !target.Contains(':', StringComparison.Ordinal));

    /// <summary>A path written on the page, relative to the root.</summary>
    public string FromRoot(string path) =>
        System.IO.Path.GetRelativePath(Repository.Root, System.IO.Path.Combine(Repository.Root, Folder, path)).Replace('\\', '/');

    private IEnumerable<string> Below(string heading)
    {
        Assert.Contains(heading, Lines);
        return Lines.SkipWhile(line => line != heading).Skip(1);
    }

    private static IEnumerable<string[]> Rows(IEnumerable<string> table) =>
        table.TakeWhile(IsRow).Skip(2).Select(line => line.Trim('|').Split('|').Select(cell => cell.Trim()).ToArray());

    private static bool IsFence(string line) => line.StartsWith("```", StringComparison.Ordinal);

    private static bool IsRow(string line) => line.StartsWith('|');

    [GeneratedRegex(@"\]\(([^)\s]+)\)")]
    private static partial Regex Link();
}
