using Reconciliation.Domain.Interest;

namespace Reconciliation.Domain.Tests.Interest;

public class ReferenceRatesTests
{
    private static readonly Semester Unknown = Semester.Of(new DateOnly(2026, 7, 1));

    [Theory]
    [InlineData(ReferenceRateKind.MainRefinancing, "2019-S1")]
    [InlineData(ReferenceRateKind.LegalOtherCreditor, "2019-S1")]
    [InlineData(ReferenceRateKind.LegalPrivateCreditor, "2020-S1")]
    public void BuiltIn_FromTheFirstSemesterToTheFirstOf2026_HasNoGap(ReferenceRateKind kind, string first)
    {
        var semesters = ReferenceRates.BuiltIn.All.Where(rate => rate.Kind == kind).Select(rate => rate.Semester).ToList();

        Assert.Equal(Semester.Read(first), semesters[0]);
        Assert.All(semesters.Zip(semesters.Skip(1)), pair => Assert.Equal(pair.First.LastDay.AddDays(1), pair.Second.FirstDay));
        Assert.Equal("2026-S1", semesters[^1].ToString());
        Assert.Null(ReferenceRates.BuiltIn.Find(kind, Unknown));
    }

    [Fact]
    public void With_ARateThatWasMissing_HasIt()
    {
        var rates = ReferenceRates.BuiltIn.With(File("2026-S2", "1.25", "made up")).Rates;

        Assert.Equal(1.25m, rates?.Find(ReferenceRateKind.MainRefinancing, Unknown)?.Rate.PerCent);
    }

    [Fact]
    public void With_WhatIsKnownAlready_ChangesNothing()
    {
        var rates = ReferenceRates.BuiltIn.With(File("2025-S2", "2.15", "made up")).Rates;

        Assert.Equal(ReferenceRates.BuiltIn.All, rates?.All);
    }

    [Theory]
    [InlineData("2025-S2", "2.16", "made up", "another figure")]
    [InlineData("2025-S3", "2.15", "made up", "not a semester")]
    [InlineData("2026-S2", "-1", "made up", "within 0 to 100")]
    [InlineData("2026-S2", "100.01", "made up", "within 0 to 100")]
    [InlineData("2026-S2", "1.25", " ", "no source")]
    [InlineData("2026-S2", "\"1.25\"", "made up", "$.semesters[0].perCent")]
    [InlineData("2026-S2", "1.25, \"from\": 1", "made up", "from")]
    public void With_AFault_NamesIt(string semester, string perCent, string source, string named)
    {
        var reading = ReferenceRates.BuiltIn.With(File(semester, perCent, source));

        Assert.Null(reading.Rates);
        Assert.Contains(named, Assert.Single(reading.Faults), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{ "kind": "bankOfNowhere", "semesters": [] }""")]
    [InlineData("""{ "kind": "mainRefinancing", "semesters": null }""")]
    [InlineData("""{ "kind": "mainRefinancing", "semesters": [null] }""")]
    public void With_WhatIsNoFileOfRates_IsAFault(string json) => Assert.Single(ReferenceRates.None.With(json).Faults);

    private static string File(string semester, string perCent, string source) =>
        $$"""{ "kind": "mainRefinancing", "semesters": [{ "semester": "{{semester}}", "perCent": {{perCent}}, "source": "{{source}}" }] }""";
}
