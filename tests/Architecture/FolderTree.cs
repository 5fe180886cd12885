namespace Reconciliation.Architecture;

/// <summary>Reads a tree of folders drawn by indentation, two blanks a level, each folder with a slash and what it holds.</summary>
internal static class FolderTree
{
    /// <summary>The folders inside each folder whose inside is shown; the top is the empty path.</summary>
    public static IReadOnlyDictionary<string, List<string>> Of(IEnumerable<string> lines)
    {
        var inside = new Dictionary<string, List<string>> { [""] = [] };
        var path = new List<string>();
        foreach (var line in lines)
        {
            var depth = (line.Length - line.TrimStart(' ').Length) / 2;
            var name = line.TrimStart(' ').Split(' ')[0];
            Assert.True(name.EndsWith('/') && depth <= path.Count, $"Not a folder below the one before: '{line}'.");
            var outer = string.Join('/', path.Take(depth));
            inside.TryAdd(outer, []);
            inside[outer].Add(name.TrimEnd('/'));
            path = [.. path.Take(depth), name.TrimEnd('/')];
        }

        return inside;
    }
}
