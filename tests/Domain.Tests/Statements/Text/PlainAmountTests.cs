using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Reconciliation.Domain.Statements.Text;

namespace Reconciliation.Domain.Tests.Statements.Text;

public class PlainAmountTests
{
    [Fact]
    public void TryRead_WhatItTakes_IsWhatTheCarefulWayReads()
    {
        var currencies = new[] { "JPY", "EUR", "BHD", "CLF" }.Select(Currency.Of).ToArray();
        var texts =
            from characters in Gen.ArrayOf(Gen.Elements('0', '1', '9', '5', '-', '+', '.', ',', ' '))
            from currency in Gen.Elements(currencies)
            from mark in Gen.Elements('.', ',')
            select (Text: new string(characters), currency, mark);

        Prop.ForAll(Arb.From(texts), sample =>
        {
            var isPlain = PlainAmount.TryRead(Encoding.ASCII.GetBytes(sample.Text), sample.mark, sample.currency, out var plain);

            Assert.True(!isPlain || (AmountText.Read(sample.Text, sample.mark, sample.currency, out var careful) == AmountReading.Exact && careful == plain));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(5000));
    }

    [Theory]
    [InlineData("12", 1200)]
    [InlineData("-0,5", -50)]
    [InlineData("+1234567890,12", 123456789012)]
    [InlineData("99999999999999", 9999999999999900)]
    public void TryRead_APlainFigure_IsTaken(string text, long cents)
    {
        Assert.True(PlainAmount.TryRead(Encoding.ASCII.GetBytes(text), ',', Currency.Eur, out var amount));
        Assert.Equal(new Money(cents, Currency.Eur), amount);
    }

    [Theory]
    [InlineData("")]
    [InlineData("-")]
    [InlineData(",5")]
    [InlineData("1,234")]
    [InlineData("1.000,00")]
    [InlineData("1 000,00")]
    [InlineData("999999999999999")]
    public void TryRead_AnythingElse_IsLeft(string text) =>
        Assert.False(PlainAmount.TryRead(Encoding.ASCII.GetBytes(text), ',', Currency.Eur, out _));
}
