using System.Runtime.CompilerServices;

namespace Reconciliation.Fuzz;

/// <summary>The files that are mutated: every statement fixture, and those of the folder that <c>FUZZ_CORPUS</c> names.</summary>
internal static class Originals
{
    private const int Large = 40_000;

    // Before the files, which are read when the type is first used.
    private static string Fixtures { get; } = Path.GetFullPath(Path.Combine(Here(), "..", "Fixtures", "Statements"));

    /// <summary>Every original, in an order that does not change.</summary>
    public static IReadOnlyList<byte[]> All { get; } =
    [
        .. Files(Fixtures, "*.input.*"),
        .. Environment.GetEnvironmentVariable("FUZZ_CORPUS") is { Length: > 0 } further ? Files(further, "*") : [],
    ];

    /// <summary>The folder of files that once broke a reader.</summary>
    public static string Crashers => Path.Combine(Fixtures, "crashers");

    /// <summary>One of them; a large one is rare, since it takes the time of a hundred others.</summary>
    public static byte[] Any(Random random)
    {
        var file = All[random.Next(All.Count)];
        return file.Length <= Large || random.Next(20) == 0 ? file : file[..Large];
    }

    private static IEnumerable<byte[]> Files(string folder, string pattern) =>
        Directory.EnumerateFiles(folder, pattern, SearchOption.AllDirectories).Order(StringComparer.Ordinal)
            .Where(path => Path.GetExtension(path) is not (".json" or ".md" or ".tsv")).Select(File.ReadAllBytes);

    private static string Here([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}
