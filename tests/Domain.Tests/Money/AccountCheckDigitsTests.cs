namespace Reconciliation.Domain.Tests;

/// <summary>Accounts whose check digits are wrong, and the right ones.</summary>
public class AccountCheckDigitsTests
{
    [Theory]
    [InlineData("FR7799001000010000000000182", "FR7699001000010000000000182")]
    [InlineData("DE00990000000000123456", "DE79990000000000123456")]
    public void AnIbanWithWrongCheckDigits_IsCorrected(string written, string right)
    {
        Assert.True(AccountCheckDigits.TryCorrectIban(written, out var iban));
        Assert.Equal(right, iban.Value);
    }

    [Theory]
    [InlineData("DE79990000000000123456")]
    [InlineData("DE0099000000000012345")]
    [InlineData("ZZ00990000000000123456")]
    [InlineData("BPHKPLPK320000546101")]
    [InlineData("1020304050")]
    [InlineData("")]
    public void WhatIsRightOrHasNotTheShapeOfAnIban_IsNotCorrected(string written) =>
        Assert.False(AccountCheckDigits.TryCorrectIban(written, out _));

    [Theory]
    [InlineData("FR3299001000020000012345B61", "60")]
    [InlineData("MC5899001000020000012345B61", "60")]
    [InlineData("99001000020000012345B61", "60")]
    public void ACleRibThatDoesNotFit_IsCorrected(string written, string right)
    {
        Assert.True(AccountCheckDigits.TryCorrectRibKey(written, out var key));
        Assert.Equal(right, key);
    }

    [Theory]
    [InlineData("FR7699001000010000000000182")]
    [InlineData("99001000020000012345B60")]
    [InlineData("X9001000020000012345B61")]
    [InlineData("99001000020000012345B6X")]
    [InlineData("DE79990000000000123456")]
    [InlineData("")]
    public void ACleRibThatFits_OrNone_IsNotCorrected(string written) =>
        Assert.False(AccountCheckDigits.TryCorrectRibKey(written, out _));
}
