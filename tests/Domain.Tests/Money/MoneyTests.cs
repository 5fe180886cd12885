using FsCheck;
using FsCheck.Fluent;

namespace Reconciliation.Domain.Tests;

public class MoneyTests
{
    private static readonly Currency Yen = Currency.Of("JPY");

    private static readonly Arbitrary<(long, long)> Pairs =
        (from a in Gen.Choose(int.MinValue, int.MaxValue) from b in Gen.Choose(int.MinValue, int.MaxValue) select ((long)a, (long)b)).ToArbitrary();

    [Theory]
    [InlineData(1250, "EUR", "12.50 EUR")]
    [InlineData(-5, "EUR", "-0.05 EUR")]
    [InlineData(0, "EUR", "0.00 EUR")]
    [InlineData(1200, "JPY", "1200 JPY")]
    [InlineData(-1, "BHD", "-0.001 BHD")]
    [InlineData(12345, "CLF", "1.2345 CLF")]
    [InlineData(long.MinValue, "EUR", "-92233720368547758.08 EUR")]
    public void Text_OfAnAmount_HasTheDecimalsOfItsCurrency(long minorUnits, string currency, string text) =>
        Assert.Equal(text, new Money(minorUnits, Currency.Of(currency)).ToString());

    [Fact]
    public void Default_IsNothingOfNoCurrency() => Assert.Equal("0 XXX", default(Money).ToString());

    [Fact]
    public void Arithmetic_WithinACurrency_IsThatOfItsMinorUnits() =>
        Prop.ForAll(Pairs, pair =>
        {
            var (a, b) = (Eur(pair.Item1), Eur(pair.Item2));
            return a + b == Eur(pair.Item1 + pair.Item2) && a - b == Eur(pair.Item1 - pair.Item2) && -a == Eur(-pair.Item1)
                && a.CompareTo(b) == pair.Item1.CompareTo(pair.Item2) && Money.Min(a, b) + Money.Max(a, b) == a + b
                && a.Abs() >= a && a.Abs().IsNegative is false;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Arithmetic_AcrossCurrencies_Throws()
    {
        Assert.Throws<InvalidOperationException>(() => Eur(1) + new Money(1, Yen));
        Assert.Throws<InvalidOperationException>(() => Eur(1) - new Money(1, Yen));
        Assert.Throws<InvalidOperationException>(() => Eur(1) < new Money(1, Yen));
        Assert.Throws<InvalidOperationException>(() => Money.Sum([new Money(1, Yen)], Currency.Eur));
    }

    [Fact]
    public void Arithmetic_BeyondTheRange_Throws()
    {
        Assert.Throws<OverflowException>(() => Eur(long.MaxValue) + Eur(1));
        Assert.Throws<OverflowException>(() => Eur(long.MinValue) - Eur(1));
        Assert.Throws<OverflowException>(() => -Eur(long.MinValue));
        Assert.Throws<OverflowException>(() => Eur(long.MinValue).Abs());
    }

    [Fact]
    public void Equality_OfEqualFiguresInTwoCurrencies_DoesNotHold() => Assert.NotEqual(Eur(0), Money.Zero(Yen));

    [Fact]
    public void Sum_OfNone_IsZeroOfTheCurrency() => Assert.Equal(Money.Zero(Yen), Money.Sum([], Yen));

    private static Money Eur(long minorUnits) => new(minorUnits, Currency.Eur);
}
