using System.Runtime.CompilerServices;

namespace Reconciliation.Infra;

/// <summary>The files of the checkout, by paths relative to its root with forward slashes.</summary>
internal static class Repository
{
    public static string Root { get; } = Path.GetFullPath(Path.Combine(Here(), "..", ".."));

    public static string Read(string file) => File.ReadAllText(Path.Combine(Root, file));

    public static bool Holds(string path) => Path.Exists(Path.Combine(Root, path));

    public static IReadOnlyList<string> Files(string below) =>
    [
        .. Directory.EnumerateFiles(Path.Combine(Root, below), "*", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(Root, file).Replace('\\', '/')).Order(StringComparer.Ordinal),
    ];

    /// <summary>A path written in a file, relative to the root.</summary>
    public static string FromRoot(string file, string path) =>
        Path.GetRelativePath(Root, Path.Combine(Root, Path.GetDirectoryName(file)!, path)).Replace('\\', '/');

    /// <summary>Every file that says how the app is deployed or run.</summary>
    public static IEnumerable<string> Deployment => Files("infra").Append("azure.yaml").Append("local.settings.sample.json");

    private static string Here([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}
