using FsCheck;
using FsCheck.Fluent;
using Reconciliation.Domain.Statements;
using Reconciliation.Domain.Statements.Diagnostics;

namespace Reconciliation.Domain.Tests.Statements.Checks;

/// <summary>Whatever single fault is made in a statement that adds up, the explanations name it.</summary>
public class MismatchTests
{
    private static readonly Arbitrary<(long[] Amounts, int Index)> Statements = (
        from cents in Gen.NonEmptyListOf(Gen.Choose(1, 99_999).SelectMany(cents => Gen.Elements(cents, -cents)))
        let amounts = cents.Select(amount => (long)amount).ToArray()
        from index in Gen.Choose(0, amounts.Length - 1)
        select (amounts, index)).ToArbitrary();

    [Fact]
    public void AStatementThatAddsUp_HasNothingToExplain() => Prop.ForAll(Statements, made =>
        Assert.Empty(new MadeUpStatement(500, 500 + made.Amounts.Sum(), made.Amounts).Findings)).QuickCheckThrowOnFailure();

    [Fact]
    public void AWrongSign_IsNamedAmongTheExplanations() => Prop.ForAll(Statements, made =>
    {
        var closing = made.Amounts.Sum();
        made.Amounts[made.Index] *= -1;
        var found = new MadeUpStatement(1, 1 + closing, made.Amounts).Findings;
        Assert.Contains(found, d => d is { Code: "mismatch-by-sign", Field: "amount" } && d.Value == Text(made.Amounts[made.Index]));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void ADoubledEntry_IsNamedFirst() => Prop.ForAll(Statements, made =>
    {
        var doubled = made.Amounts.ToList();
        doubled.Insert(made.Index, made.Amounts[made.Index]);
        var found = new MadeUpStatement(1, 1 + made.Amounts.Sum(), doubled).Findings;
        Assert.Equal(("mismatch-by-doubled-entry", Text(made.Amounts[made.Index])), (found[1].Code, found[1].Value));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void AMissingEntry_IsNamedFirstWhereTheStatedCountsSaySo() => Prop.ForAll(Statements, made =>
    {
        var rest = made.Amounts.Where((_, index) => index != made.Index);
        var statement = new MadeUpStatement(1, 1 + made.Amounts.Sum(), rest)
        {
            Credits = Total(made.Amounts.Where(a => a > 0)),
            Debits = Total(made.Amounts.Where(a => a < 0)),
        };
        var found = statement.Findings;
        Assert.Equal(("mismatch-by-missing-entry", Text(made.Amounts[made.Index])), (found[1].Code, found[1].Value));
        Assert.Contains("agree with it", found[1].Message, StringComparison.Ordinal);
    }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData(54_00, 45_00)]
    [InlineData(-12_34, -12_43)]
    [InlineData(21, 12)]
    [InlineData(1_05, 1_50)]
    [InlineData(9_000_000_000_000_01, 9_000_000_000_000_10)]
    public void SwappedDigits_AreNamed(long written, long right)
    {
        var found = new MadeUpStatement(3, 3 + right, [written]).Findings;

        Assert.Contains(found, d => d.Code == "mismatch-by-swapped-digits" && d.Value == Text(written));
    }

    [Theory]
    [InlineData(1_00, 10)]
    [InlineData(1_20, 10_20)]
    [InlineData(54_00, 44_00)]
    [InlineData(54_00, 36_00)]
    [InlineData(54_00, -45_00)]
    public void OtherFigures_AreNotTakenForSwappedDigits(long written, long right) =>
        Assert.DoesNotContain(new MadeUpStatement(3, 3 + right, [written]).Findings, d => d.Code == "mismatch-by-swapped-digits");

    [Fact]
    public void NoMoreThanThreeExplanations_AreGiven()
    {
        // -20.00 is missing: 10.00 with its sign turned, 20.00 too many, the opening balance turned, a debit too few.
        var found = new MadeUpStatement(10_00, 20_00, [10_00, 20_00]).Findings;

        Assert.Equal(
            ["balance-mismatch", "mismatch-by-sign", "mismatch-by-sign", "mismatch-by-doubled-entry"],
            found.Select(d => d.Code));
    }

    [Fact]
    public void ALongStatement_IsNotSearchedAndSaysSo()
    {
        var found = new MadeUpStatement(0, 0, Enumerable.Repeat(1_00L, 100_001)).Findings;

        var explanation = Assert.Single(found, d => d.Code.StartsWith("mismatch-by", StringComparison.Ordinal));
        Assert.Contains("more than 100000 booked entries", explanation.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void FiguresAtTheEdgeOfWhatAnAmountHolds_AreExplainedWithoutOverflow()
    {
        var found = new MadeUpStatement(0, 0, [long.MaxValue, 1 - long.MaxValue]).Findings;

        Assert.Contains(found, d => d is { Code: "mismatch-by-missing-entry", Value: "-0.01" });
    }

    private static string Text(long cents) => MadeUpStatement.Euros(cents).ToDecimalString();

    private static StatedTotal Total(IEnumerable<long> amounts)
    {
        var all = amounts.ToArray();
        return new StatedTotal(all.Length, MadeUpStatement.Euros(Math.Abs(all.Sum())));
    }
}
