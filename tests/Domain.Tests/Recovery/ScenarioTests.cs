namespace Reconciliation.Domain.Tests.Recovery;

/// <summary>
/// Each table under tests/Fixtures/Recovery/scenarios: the planner answers as its third column says. With
/// UPDATE_FIXTURES=1 the column is written instead, for a person to read in the diff.
/// </summary>
public class ScenarioTests
{
    private static readonly string Folder = Path.Combine(Fixtures.Root, "Recovery", "scenarios");

    public static TheoryData<string> Tables =>
        new(Directory.EnumerateFiles(Folder, "*.txt").Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Tables))]
    public void Planner_OverAScenario_AnswersAsItsTableSays(string table)
    {
        var path = Path.Combine(Folder, table);
        var written = File.ReadAllText(path);

        var run = Scenario.Run(written);

        if (Environment.GetEnvironmentVariable("UPDATE_FIXTURES") == "1")
            File.WriteAllText(path, run);
        else
            Assert.Equal(written, run);
    }
}
