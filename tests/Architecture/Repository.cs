using System.Runtime.CompilerServices;

namespace Reconciliation.Architecture;

/// <summary>The checkout: its folders and files without what builds, tools and programs write into it.</summary>
internal static class Repository
{
    /// <summary>The folder of the solution.</summary>
    public static string Root { get; } = Path.GetFullPath(Path.Combine(Here(), "..", ".."));

    /// <summary>The folders that .gitignore names; a path in it that starts with a slash holds at the root only.</summary>
    private static HashSet<string> Ignored { get; } =
        [.. File.ReadLines(Path.Combine(Root, ".gitignore")).Where(line => line.EndsWith('/')).Select(line => line.TrimEnd('/'))];

    /// <summary>Every file below a folder, as paths relative to the root with forward slashes, in ordinal order.</summary>
    /// <param name="below">The folder relative to the root; empty for the root.</param>
    public static IReadOnlyList<string> Files(string below = "") =>
        [.. Walk(Path.Combine(Root, below)).Select(Relative).Order(StringComparer.Ordinal)];

    /// <summary>The C# sources below a folder.</summary>
    public static IEnumerable<string> Sources(string below = "") => Files(below).Where(file => file.EndsWith(".cs", StringComparison.Ordinal));

    /// <summary>The names of the folders that stand directly in a folder and hold a file at any depth.</summary>
    public static IReadOnlyList<string> Folders(string inside = "") =>
    [
        .. Visible(Path.Combine(Root, inside)).Where(folder => Walk(folder).Any()).Select(folder => Path.GetFileName(folder)!)
            .Order(StringComparer.Ordinal),
    ];

    public static string Read(string file) => File.ReadAllText(Path.Combine(Root, file));

    public static string[] Lines(string file) => File.ReadAllLines(Path.Combine(Root, file));

    /// <summary>Whether a file or folder stands at a path relative to the root.</summary>
    public static bool Holds(string path) => Path.Exists(Path.Combine(Root, path));

    private static IEnumerable<string> Walk(string folder) =>
        Directory.EnumerateFiles(folder).Where(file => Path.GetFileName(file) != ".git").Concat(Visible(folder).SelectMany(Walk));

    private static IEnumerable<string> Visible(string folder) =>
        from inner in Directory.EnumerateDirectories(folder)
        let name = Path.GetFileName(inner)
        where name != ".git" && !Ignored.Contains(name) && !Ignored.Contains($"/{Relative(inner)}")
        select inner;

    private static string Relative(string path) => Path.GetRelativePath(Root, path).Replace('\\', '/');

    private static string Here([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}
