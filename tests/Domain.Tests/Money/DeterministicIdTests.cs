using FsCheck;
using FsCheck.Fluent;

namespace Reconciliation.Domain.Tests;

public class DeterministicIdTests
{
    private static readonly Arbitrary<string[]> Parts = Gen.ArrayOf(Gen.Elements("", "1", ":", "1:", "a", "1:a", "é", "2:1:")).ToArbitrary();

    [Fact]
    public void Id_OfTheSameParts_IsTheSameForEver() =>
        Assert.Equal("4527d57b02fcc70e", DeterministicId.Of("match", "E1", "F1")[..16]);

    [Fact]
    public void Id_IsThirtyTwoHexadecimalDigits() => Assert.Matches("^[0-9a-f]{32}$", DeterministicId.Of());

    [Fact]
    public void Id_OfOtherParts_IsAnother() =>
        Prop.ForAll(Parts, Parts, (left, right) =>
            (DeterministicId.Of(left) == DeterministicId.Of(right)) == left.SequenceEqual(right)).QuickCheckThrowOnFailure();
}
