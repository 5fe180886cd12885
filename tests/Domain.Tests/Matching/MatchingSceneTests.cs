using Reconciliation.Domain.Matching;

namespace Reconciliation.Domain.Tests.Matching;

/// <summary>Each text under tests/Fixtures/Matching: its payments are decided as its last table says. Adding a case needs no code.</summary>
public class MatchingSceneTests
{
    private static readonly string Folder = Path.Combine(Fixtures.Root, "Matching");

    public static TheoryData<string> Scenes =>
        new(Directory.EnumerateFiles(Folder, "*.txt").Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Scenes))]
    public void Matching_AScene_DecidesAsItsTableSays(string scene)
    {
        var read = MatchingScene.Read(Path.Combine(Folder, scene));

        var decisions = Matcher.Match(read.Payments, OpenItems.Of(read.Items), read.History, MatchingPolicy.Default);

        var expected = string.Join('\n', read.Expected);
        var actual = string.Join('\n', decisions.Select(MatchingScene.Line));
        Assert.True(expected == actual, $"expected:\n{expected}\nactual:\n{actual}");
    }
}
