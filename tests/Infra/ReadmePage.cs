namespace Reconciliation.Infra;

/// <summary>The page that explains the deployment.</summary>
internal static class ReadmePage
{
    private static string[] Lines { get; } = Repository.Read("infra/README.md").ReplaceLineEndings("\n").Split('\n');

    public static string Text => string.Join('\n', Lines);

    /// <summary>The headings of the next level below a heading.</summary>
    public static IEnumerable<string> HeadingsBelow(string heading) =>
        Section(heading).Where(line => line.StartsWith('#')).Where(line => line.StartsWith(heading.Split(' ')[0] + "# ", StringComparison.Ordinal))
            .Select(line => line.TrimStart('#').Trim());

    /// <summary>The rows of the first table below a heading, cell by cell, without the line of titles.</summary>
    public static IEnumerable<string[]> TableBelow(string heading) =>
        Section(heading).SkipWhile(line => !line.StartsWith('|')).TakeWhile(line => line.StartsWith('|')).Skip(2)
            .Select(line => line.Trim('|').Split('|').Select(cell => cell.Trim()).ToArray());

    /// <summary>The code blocks in a language.</summary>
    public static IEnumerable<string> Blocks(string language) =>
        Text.Split($"```{language}\n").Skip(1).Select(rest => rest.Split("```")[0]);

    private static IEnumerable<string> Section(string heading)
    {
        Assert.Contains(heading, Lines);
        var inBlock = false;
        foreach (var line in Lines.SkipWhile(line => line != heading).Skip(1))
        {
            if (line.StartsWith("```", StringComparison.Ordinal))
                inBlock = !inBlock;
            if (!inBlock && line.StartsWith(heading.Split(' ')[0] + " ", StringComparison.Ordinal))
                yield break;
            yield return line;
        }
    }
}
