using System.Text.Json.Nodes;
using Reconciliation.Domain.Receivables;

namespace Reconciliation.Domain.Tests.Receivables;

/// <summary>
/// Each pair under tests/Fixtures/Receivables and tests/Fixtures/Instalments: what is read of the input is the expected
/// JSON. Instalments are held against tests/Fixtures/Instalments/receivables.csv. Adding a case needs no code.
/// </summary>
public class ImportFixtureTests
{
    public static TheoryData<string> Receivables => Fixtures.Inputs("Receivables");

    public static TheoryData<string> Instalments => Fixtures.Inputs("Instalments");

    [Theory]
    [MemberData(nameof(Receivables))]
    public void Reading_AReceivablesFixture_GivesWhatItsPairSays(string input)
    {
        var file = ReadReceivables(input);

        Assert.Equal(IsInValid(input), file.Faults.IsEmpty);
        Fixtures.ShouldMatch(input, ImportJson.Of(file));
    }

    [Theory]
    [MemberData(nameof(Instalments))]
    public void Reading_AnInstalmentsFixture_GivesWhatItsPairSays(string input)
    {
        var known = ReadReceivables(Path.Combine("Instalments", "receivables.csv")).Rows.ToDictionary(r => r.Receivable.Number, r => r.Receivable);
        using var bytes = File.OpenRead(Path.Combine(Fixtures.Root, input));

        var schedules = InstalmentsCsv.Read(bytes).For(known.GetValueOrDefault);

        Assert.Equal(IsInValid(input), schedules.Faults.IsEmpty);
        Fixtures.ShouldMatch(input, ImportJson.Of(schedules));
    }

    [Fact]
    public void ImportRules_EachHasAFixture()
    {
        var seen = new[] { "Receivables", "Instalments" }
            .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(Fixtures.Root, folder), "*.expected.json", SearchOption.AllDirectories))
            .SelectMany(path => JsonNode.Parse(File.ReadAllText(path))!["faults"]?.AsArray() ?? [])
            .Select(fault => (string)fault!["code"]!)
            .ToHashSet();

        Assert.Equal(ImportRules.All.Select(rule => rule.Code).Order(), seen.Order());
    }

    private static bool IsInValid(string input) => Path.GetFileName(Path.GetDirectoryName(input)) == "valid";

    private static ReceivablesFile ReadReceivables(string path)
    {
        using var bytes = File.OpenRead(Path.Combine(Fixtures.Root, path));
        return ReceivablesCsv.Read(bytes);
    }
}
