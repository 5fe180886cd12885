using FsCheck;
using FsCheck.Fluent;

namespace Reconciliation.Domain.Tests;

public class CreditorReferenceTests
{
    private static readonly Arbitrary<string> Bodies =
        (from length in Gen.Choose(1, 21)
         from body in Gen.ArrayOf(Gen.Elements("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ".ToCharArray()), length)
         select new string(body)).ToArbitrary();

    [Theory]
    [InlineData("539007547034", "RF18539007547034")]
    [InlineData("DOS202600123", "RF68DOS202600123")]
    [InlineData("FA2026000451", "RF02FA2026000451")]
    [InlineData("000000001", "RF74000000001")]
    public void ForBody_OfTheKnownVectors_HasTheirCheckDigits(string body, string reference)
    {
        Assert.Equal(reference, CreditorReference.ForBody(body).Value);
        Assert.True(CreditorReference.TryParse(reference, out _));
    }

    [Fact]
    public void Text_OfAReference_IsInGroupsOfFour() =>
        Assert.Equal("RF18 5390 0754 7034", CreditorReference.ForBody("539007547034").ToString());

    [Fact]
    public void Parse_AnyWayOfWriting_GivesTheElectronicForm()
    {
        Assert.True(CreditorReference.TryParse(" rf68-dos2 0260 0123", out var reference));
        Assert.Equal("RF68DOS202600123", reference.Value);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("RF18")]
    [InlineData("RF19539007547034")]
    [InlineData("RF18539007547O34")]
    [InlineData("FR18539007547034")]
    [InlineData("RFAA539007547034")]
    [InlineData("RF18/539007547034")]
    [InlineData("RF99FA2026000451")]
    public void Parse_AnythingElse_IsNone(string? text) => Assert.False(CreditorReference.TryParse(text, out _));

    [Fact]
    public void Parse_WithALeadingZeroDropped_IsAnotherReference() =>
        Assert.NotEqual(CreditorReference.ForBody("0451"), CreditorReference.ForBody("451"));

    [Theory]
    [InlineData("")]
    [InlineData("FA-2026")]
    [InlineData("É1")]
    [InlineData("0123456789012345678901")]
    public void ForBody_OfAnotherShape_Throws(string body) => Assert.Throws<ArgumentException>(() => CreditorReference.ForBody(body));

    [Fact]
    public void Parse_WhatForBodyMade_GivesItBack() =>
        Prop.ForAll(Bodies, body =>
        {
            var made = CreditorReference.ForBody(body);
            return CreditorReference.TryParse(made.ToString().ToLowerInvariant(), out var read) && read == made && made.Value[4..] == body;
        }).QuickCheckThrowOnFailure();

    // A letter counts as two digits, so a letter and a digit that swap places (1B and B1) may leave the remainder as it is.
    [Fact]
    public void Parse_WithTwoNeighboursOfOneKindSwapped_IsNone() =>
        Prop.ForAll(Bodies, Gen.Choose(0, 19).ToArbitrary(), (body, place) =>
        {
            if (place + 1 >= body.Length || body[place] == body[place + 1] || char.IsDigit(body[place]) != char.IsDigit(body[place + 1]))
                return true;
            var made = CreditorReference.ForBody(body).Value;
            var swapped = made[..(place + 4)] + made[place + 5] + made[place + 4] + made[(place + 6)..];
            return !CreditorReference.TryParse(swapped, out _);
        }).QuickCheckThrowOnFailure();
}
