namespace Reconciliation.Infra.Checks;

/// <summary>
/// The plain YAML of this repository: keys by indentation, scalars on their line, lists of scalars. Each scalar stands under
/// the path of its keys.
/// </summary>
internal static class YamlFile
{
    public static ILookup<string, string> Read(string text)
    {
        var scalars = new List<(string Path, string Value)>();
        var keys = new List<(int Indent, string Key)>();
        foreach (var line in text.Split('\n').Where(line => line.Trim() is { Length: > 0 } said && said[0] != '#'))
        {
            var indent = line.Length - line.TrimStart().Length;
            var said = line.Trim();
            var isItem = said.StartsWith("- ", StringComparison.Ordinal);
            keys.RemoveAll(key => isItem ? key.Indent > indent : key.Indent >= indent);
            if (isItem)
            {
                scalars.Add((PathOf(keys), Bare(said[2..])));
                continue;
            }

            var colon = said.IndexOf(':', StringComparison.Ordinal);
            if (colon <= 0 || (colon + 1 < said.Length && said[colon + 1] != ' '))
                throw new FormatException($"Neither a key nor an item: {line}");
            keys.Add((indent, said[..colon]));
            if (said[(colon + 1)..].Trim() is { Length: > 0 } value)
                scalars.Add((PathOf(keys), Bare(value)));
        }

        return scalars.ToLookup(scalar => scalar.Path, scalar => scalar.Value);
    }

    private static string PathOf(List<(int Indent, string Key)> keys) => string.Join('.', keys.Select(key => key.Key));

    private static string Bare(string value) => value.Trim().Trim('"');
}
