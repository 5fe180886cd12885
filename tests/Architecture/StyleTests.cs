using System.Text.RegularExpressions;

namespace Reconciliation.Architecture;

/// <summary>What reviews would otherwise have to say again and again.</summary>
public partial class StyleTests
{
    [Fact]
    public void Sources_AreShort() =>
        Violations.ShouldBeNone(Repository.Sources().Where(file => Repository.Lines(file).Length > 400));

    [Fact]
    public void Sources_AreNamedAfterWhatTheyHold()
    {
        var misnamed =
            from file in Repository.Sources("functions")
            let name = Path.GetFileNameWithoutExtension(file)
            let types = TopLevelType().Matches(Repository.Read(file)).Select(match => match.Groups[1].Value).ToList()
            where types.Count > 0 && !types.Any(type => IsNameOf(name, type))
            select $"{file} holds {string.Join(", ", types)}";

        Violations.ShouldBeNone(misnamed);
    }

    [Fact]
    public void Sources_HoldNothingUnfinishedOrHidden() =>
        Violations.ShouldBeNone(Repository.Sources().SelectMany(file => Found(Unfinished(), file)));

    [Fact]
    public void Files_NameNoPlaceOnOneMachine() =>
        Violations.ShouldBeNone(Repository.Files().Where(IsText).SelectMany(file => Found(MachinePath(), file)));

    [Fact]
    public void Types_AreNamedForWhatTheyAre()
    {
        var names =
            from project in Project.All
            from type in project.Load().GetTypes()
            where !type.Name.StartsWith('<') && SaysNothing().IsMatch(type.Name)
            select type.FullName;

        Violations.ShouldBeNone(names);
    }

    private static IEnumerable<string> Found(Regex unwanted, string file) =>
        unwanted.Matches(Repository.Read(file)).Select(match => $"{file}: {match.Value}");

    /// <summary>A file has the name of one of its types, or of a family: the words that one of them begins or ends with.</summary>
    private static bool IsNameOf(string file, string type) =>
        type.StartsWith(file.TrimEnd('s'), StringComparison.Ordinal) || type.EndsWith(file.TrimEnd('s'), StringComparison.Ordinal);

    private static bool IsText(string file) =>
        Path.GetExtension(file) is "" or ".bicep" or ".cs" or ".csproj" or ".json" or ".md" or ".props" or ".sln" or ".sql" or ".targets"
            or ".ts" or ".tsx" or ".yaml" or ".yml";

    [GeneratedRegex(
        @"^(?:(?:public|internal|sealed|static|abstract|readonly|partial|ref) )*(?:record struct|record|class|struct|enum|interface) (\w+)",
        RegexOptions.Multiline)]
    private static partial Regex TopLevelType();

    [GeneratedRegex(@"\bTO[D]O\b|\bFIX[M]E\b|NotImplemented[E]xception|\bSkip\s*=[^=]|^\s*#reg[i]on", RegexOptions.Multiline)]
    private static partial Regex Unfinished();

    [GeneratedRegex(@"(?<![\w.~-])/(?:home|Users|mnt|tmp|work)/\w+|\b[A-Z]:\\\w+")]
    private static partial Regex MachinePath();

    [GeneratedRegex("(?:Manager|Helper|Service|Util|Utils|Utility|Processor)$")]
    private static partial Regex SaysNothing();
}
