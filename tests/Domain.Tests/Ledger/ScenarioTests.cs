using Reconciliation.Domain.Ledger;

namespace Reconciliation.Domain.Tests.Ledger;

/// <summary>
/// Each text table under tests/Fixtures/Ledger is what follows from its commands. Adding a case needs no code; with
/// UPDATE_FIXTURES=1 the outcomes are written into the table, for a person to read.
/// </summary>
public class ScenarioTests
{
    public static TheoryData<string> Tables => new(Paths().Select(path => Path.GetFileName(path)));

    [Theory]
    [MemberData(nameof(Tables))]
    public void Commands_OfATable_HaveItsOutcomes(string table)
    {
        var path = Path.Combine(Fixtures.Root, "Ledger", table);
        var actual = new Scenario().Run(File.ReadAllText(path));
        if (Environment.GetEnvironmentVariable("UPDATE_FIXTURES") == "1")
            File.WriteAllText(path, actual + "\n");
        Assert.Equal(File.ReadAllText(path).TrimEnd(), actual);
    }

    [Fact]
    public void Refusals_InTheirOrder_EachHasARow()
    {
        var scenario = new Scenario();

        scenario.Run(File.ReadAllText(Path.Combine(Fixtures.Root, "Ledger", "refusals-in-order.txt")));

        Assert.Equal(Refusals.All, scenario.Refusals.Distinct());
    }

    [Fact]
    public void Commands_EachIsAcceptedSomewhere()
    {
        var scenarios = Paths().Select(path =>
        {
            var scenario = new Scenario();
            scenario.Run(File.ReadAllText(path));
            return scenario;
        }).ToList();

        Assert.Equal(CasesOf<AccountCommand>(), scenarios.SelectMany(s => s.Commands).Distinct().Order());
        Assert.Equal(CasesOf<AccountEvent>(), scenarios.SelectMany(s => s.Events).Distinct().Order());
    }

    private static IEnumerable<string> CasesOf<T>() =>
        typeof(T).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(T))).Select(type => type.Name).Order();

    private static IEnumerable<string> Paths() =>
        Directory.EnumerateFiles(Path.Combine(Fixtures.Root, "Ledger"), "*.txt").Order(StringComparer.Ordinal);
}
