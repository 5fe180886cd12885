using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace Reconciliation.Architecture;

/// <summary>What reviews would otherwise have to say again and again.</summary>
public partial class StyleTests
{
    private static IEnumerable<string> Sources => Repository.Files().Where(file => file.EndsWith(".cs", StringComparison.Ordinal));

    [Fact]
    public void Sources_AreShort() =>
        Violations.ShouldBeNone(Sources.Where(file => Repository.Lines(file).Length > 400));

    [Fact]
    public void Sources_AreNamedAfterWhatTheyHold()
    {
        var misnamed =
            from file in Repository.Files("functions").Where(file => file.EndsWith(".cs", StringComparison.Ordinal))
            let name = Path.GetFileNameWithoutExtension(file)
            let types = TopLevelType().Matches(Repository.Read(file)).Select(match => match.Groups[1].Value).ToList()
            where types.Count > 0 && !types.Any(type => IsNameOf(name, type))
            select $"{file} holds {string.Join(", ", types)}";

        Violations.ShouldBeNone(misnamed);
    }

    [Fact]
    public void Sources_HoldNothingUnfinishedOrHidden() =>
        Violations.ShouldBeNone(Sources.SelectMany(file => Unfinished().Matches(Repository.Read(file)).Select(match => $"{file}: {match.Value}")));

    [Fact]
    public void Files_NameNoPlaceOnOneMachine() =>
        Violations.ShouldBeNone(Repository.Files().Where(IsText).SelectMany(file => MachinePath().Matches(Repository.Read(file)).Select(match => $"{file}: {match.Value}")));

    [Fact]
    public void Types_AreNamedForWhatTheyAre()
    {
        var types = Project.All.SelectMany(project => Assembly.LoadFrom(Path.Combine(AppContext.BaseDirectory, project.Assembly + ".dll")).GetTypes());

        Violations.ShouldBeNone(types.Where(type => type.GetCustomAttribute<CompilerGeneratedAttribute>() is null && !type.Name.StartsWith('<')).Select(type => type.FullName).Where(name => SaysNothing().IsMatch(name!)));
    }

    /// <summary>A file has the name of one of its types, or of a family: the words that one of them begins or ends with.</summary>
    private static bool IsNameOf(string file, string type) =>
        type.StartsWith(file.TrimEnd('s'), StringComparison.Ordinal) || type.EndsWith(file.TrimEnd('s'), StringComparison.Ordinal);

    private static bool IsText(string file) =>
        Path.GetExtension(file) is ".cs" or ".csproj" or ".props" or ".targets" or ".md" or ".json" or ".sql" or ".sln" or ".yml" or ".yaml" or ".ts" or ".tsx" or "";

    [GeneratedRegex(@"^(?:(?:public|internal|sealed|static|abstract|readonly|partial|ref) )*(?:record struct|record|class|struct|enum|interface) (\w+)", RegexOptions.Multiline)]
    private static partial Regex TopLevelType();

    [GeneratedRegex(@"\bTO[D]O\b|\bFIX[M]E\b|NotImplemented[E]xception|\bSkip\s*=[^=]|^\s*#reg[i]on", RegexOptions.Multiline)]
    private static partial Regex Unfinished();

    [GeneratedRegex(@"(?<![\w.~-])/(?:home|Users|mnt|tmp|work)/\w+|\b[A-Z]:\\\w+")]
    private static partial Regex MachinePath();

    [GeneratedRegex("(?:Manager|Helper|Service|Util|Utils|Utility|Processor)$")]
    private static partial Regex SaysNothing();
}
