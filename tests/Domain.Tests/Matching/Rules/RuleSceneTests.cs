using Reconciliation.Domain.Matching;
using Reconciliation.Domain.Matching.Rules;

namespace Reconciliation.Domain.Tests.Matching.Rules;

/// <summary>Each text under tests/Fixtures/Rules/Scenes with the rules of the same name: its payments are decided as its last table says.</summary>
public class RuleSceneTests
{
    private static readonly string Folder = Path.Combine(Fixtures.Root, "Rules", "Scenes");

    public static TheoryData<string> Scenes =>
        new(Directory.EnumerateFiles(Folder, "*.txt").Select(path => Path.GetFileNameWithoutExtension(path)).Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Scenes))]
    public void Matching_ASceneWithRules_DecidesAsItsTableSays(string scene)
    {
        var read = MatchingScene.Read(Path.Combine(Folder, scene + ".txt"));
        var rules = RuleBook.Read(File.ReadAllText(Path.Combine(Folder, scene + ".rules.json")), "C");
        Assert.Empty(rules.Faults);

        var decisions = Matcher.Match(read.Payments, OpenItems.Of(read.Items), read.History, MatchingPolicy.Default with { Rules = rules.Book ?? RuleBook.Empty });

        var expected = string.Join('\n', read.Expected);
        var actual = string.Join('\n', decisions.Select(MatchingScene.Line));
        Assert.True(expected == actual, $"expected:\n{expected}\nactual:\n{actual}");
    }
}
