using System.Runtime.CompilerServices;

namespace Reconciliation.Domain.Tests;

/// <summary>Finds and compares fixture pairs: an input file and its expected JSON beside it.</summary>
internal static class Fixtures
{
    /// <summary>tests/Fixtures in the checkout.</summary>
    public static string Root { get; } = Path.GetFullPath(Path.Combine(Here(), "..", "Fixtures"));

    /// <summary>Every input below a folder, as a path relative to <see cref="Root"/>.</summary>
    public static TheoryData<string> Inputs(string folder)
    {
        var inputs = Directory.EnumerateFiles(Path.Combine(Root, folder), "*.input.*", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(Root, path)).Order(StringComparer.Ordinal);
        return new TheoryData<string>(inputs);
    }

    /// <summary>
    /// Holds <paramref name="actual"/> against the expected file of an input. With the environment variable
    /// UPDATE_FIXTURES=1 the expected file is written instead, for a person to read in the diff.
    /// </summary>
    public static void ShouldMatch(string input, string actual)
    {
        var expectedPath = Path.Combine(Root, input[..input.IndexOf(".input.", StringComparison.Ordinal)] + ".expected.json");
        if (Environment.GetEnvironmentVariable("UPDATE_FIXTURES") == "1")
            File.WriteAllText(expectedPath, actual + "\n");
        Assert.True(File.Exists(expectedPath), $"{expectedPath} is missing; run once with UPDATE_FIXTURES=1 and read what it wrote.");
        Assert.Equal(File.ReadAllText(expectedPath).TrimEnd(), actual);
    }

    private static string Here([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}
