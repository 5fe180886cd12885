namespace Reconciliation.Domain.Tests;

public class CurrencyTests
{
    [Theory]
    [InlineData("EUR", 2)]
    [InlineData("XPF", 0)]
    [InlineData("JPY", 0)]
    [InlineData("KWD", 3)]
    [InlineData("BHD", 3)]
    [InlineData("TND", 3)]
    [InlineData("UYW", 4)]
    public void Exponent_OfACurrency_IsThatOfIso4217(string code, int exponent) => Assert.Equal(exponent, Currency.Of(code).Exponent);

    [Fact]
    public void Code_InAnyLetterCase_IsFound() => Assert.Equal(Currency.Eur, Currency.Of("eUr"));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("EURO")]
    [InlineData("€")]
    [InlineData("QQQ")]
    [InlineData("XXX")]
    [InlineData(" EUR")]
    public void Code_ThatIsNone_IsNotFound(string? code)
    {
        Assert.False(Currency.TryOf(code, out var currency));
        Assert.Equal("XXX", currency.Code);
    }

    [Fact]
    public void Of_ACodeThatIsNone_Throws() => Assert.Throws<ArgumentException>(() => Currency.Of("QQQ"));
}
