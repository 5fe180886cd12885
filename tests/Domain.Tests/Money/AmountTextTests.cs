using FsCheck;
using FsCheck.Fluent;

namespace Reconciliation.Domain.Tests;

public class AmountTextTests
{
    [Theory]
    [InlineData("12.50", "EUR", 1250)]
    [InlineData(" -12.5 ", "EUR", -1250)]
    [InlineData("+7", "EUR", 700)]
    [InlineData(".5", "EUR", 50)]
    [InlineData("5.", "EUR", 500)]
    [InlineData("1.5000", "EUR", 150)]
    [InlineData("0012", "JPY", 12)]
    [InlineData("12.000", "JPY", 12)]
    [InlineData("0.125", "BHD", 125)]
    [InlineData("-0", "EUR", 0)]
    [InlineData("92233720368547758.07", "EUR", long.MaxValue)]
    public void Read_AFigureThatFits_IsExact(string text, string currency, long minorUnits)
    {
        var reading = AmountText.Read(text, '.', Currency.Of(currency), out var amount);

        Assert.Equal((AmountReading.Exact, new Money(minorUnits, Currency.Of(currency))), (reading, amount));
    }

    [Theory]
    [InlineData("1.005", "EUR", 100)]
    [InlineData("-1.009", "EUR", -100)]
    [InlineData("0.5", "JPY", 0)]
    public void Read_MoreDecimalsThanTheCurrency_IsOverPreciseAndCutTowardsZero(string text, string currency, long minorUnits)
    {
        var reading = AmountText.Read(text, '.', Currency.Of(currency), out var amount);

        Assert.Equal((AmountReading.OverPrecise, minorUnits), (reading, amount.MinorUnits));
    }

    [Theory]
    [InlineData("", AmountReading.Empty)]
    [InlineData("  ", AmountReading.Empty)]
    [InlineData("-", AmountReading.NotANumber)]
    [InlineData(".", AmountReading.NotANumber)]
    [InlineData("1,50", AmountReading.NotANumber)]
    [InlineData("1.5.0", AmountReading.NotANumber)]
    [InlineData("1 000.00", AmountReading.NotANumber)]
    [InlineData("- 5", AmountReading.NotANumber)]
    [InlineData("--5", AmountReading.NotANumber)]
    [InlineData("5-", AmountReading.NotANumber)]
    [InlineData("1e3", AmountReading.NotANumber)]
    [InlineData("٣", AmountReading.NotANumber)]
    [InlineData("99999999999999999999x", AmountReading.NotANumber)]
    [InlineData("92233720368547758.08", AmountReading.TooLarge)]
    [InlineData("99999999999999999999", AmountReading.TooLarge)]
    [InlineData("92233720368547759", AmountReading.TooLarge)]
    public void Read_AnythingElse_IsNamedAndZero(string text, AmountReading expected)
    {
        var reading = AmountText.Read(text, '.', Currency.Eur, out var amount);

        Assert.Equal((expected, Money.Zero(Currency.Eur)), (reading, amount));
    }

    [Fact]
    public void Read_WhatMoneyWrites_GivesItBack() =>
        Prop.ForAll(
            Gen.Choose(int.MinValue, int.MaxValue).ToArbitrary(), Gen.Elements("EUR", "JPY", "BHD", "CLF").ToArbitrary(), Gen.Elements('.', ',').ToArbitrary(), (minorUnits, code, mark) =>
            {
                var money = new Money((long)minorUnits * 1_000_003, Currency.Of(code));
                var text = money.ToDecimalString().Replace('.', mark);
                return AmountText.Read(text, mark, money.Currency, out var read) == AmountReading.Exact && read == money;
            }).QuickCheckThrowOnFailure();
}
