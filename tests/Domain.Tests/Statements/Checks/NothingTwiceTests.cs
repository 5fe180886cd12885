using Reconciliation.Domain.Statements.Diagnostics;

namespace Reconciliation.Domain.Tests.Statements.Checks;

/// <summary>What is said of entries that may be one and the same, and how much of it.</summary>
public class NothingTwiceTests
{
    [Fact]
    public void AReferenceThatComesAgain_IsNamedTenTimesAndThenCounted()
    {
        var found = Findings([.. Enumerable.Repeat(5_00L, 40)], _ => "SAME");

        Assert.Equal(11, found.Length);
        Assert.All(found, finding => Assert.Equal("reference-repeated", finding.Code));
        Assert.Contains("29 more", found[^1].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AReferenceWithAnotherAmount_IsAnotherEntry() =>
        Assert.Empty(Findings([1_00, 2_00, 3_00], _ => "SAME"));

    [Fact]
    public void AReference_IsRememberedOverThirtyThousandOthers()
    {
        var found = Findings([.. Enumerable.Repeat(5_00L, 30_001)], position => position == 30_001 ? "R1" : $"R{position}");

        Assert.Equal((300_010, "R1"), (Assert.Single(found).Line, found[0].Value));
    }

    [Fact]
    public void MemoryOfReferences_IsBounded() =>
        Assert.Empty(Findings([.. Enumerable.Repeat(5_00L, 100_000)], position => position == 100_000 ? "R1" : $"R{position}"));

    [Fact]
    public void ARunOfAlikeEntries_IsOneFinding()
    {
        var found = Findings([1_00, 2_00, 2_00, 2_00, 3_00, 4_00, 4_00], _ => null);

        Assert.Equal(
            [
                "Entry 2 (line 20) to entry 4 (line 40) of 2.00 EUR on 2026-09-01 are alike in everything.",
                "Entry 6 (line 60) and entry 7 (line 70) of 4.00 EUR on 2026-09-01 are alike in everything.",
            ],
            found.Select(finding => finding.Message));
    }

    [Fact]
    public void AlikeEntriesThatDoNotTouch_AreNotSpokenOf() =>
        Assert.Empty(Findings([2_00, 1_00, 2_00], _ => null));

    private static Diagnostic[] Findings(long[] amounts, Func<int, string?> reference) =>
        [.. new MadeUpStatement(0, amounts.Sum(), amounts) { Reference = reference }.Findings];
}
