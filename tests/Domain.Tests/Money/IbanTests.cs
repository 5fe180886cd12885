using FsCheck;
using FsCheck.Fluent;

namespace Reconciliation.Domain.Tests;

public class IbanTests
{
    private static readonly Gen<char> Alphanumeric = Gen.Elements("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ".ToCharArray());

    private static readonly Arbitrary<(string Bank, string Guichet, string Account)> Ribs =
        (from bank in Gen.Choose(0, 99999)
         from guichet in Gen.Choose(0, 99999)
         from account in Gen.ArrayOf(Alphanumeric, 11)
         select ($"{bank:00000}", $"{guichet:00000}", new string(account))).ToArbitrary();

    [Theory]
    [InlineData("FR1420041010050500013M02606")]
    [InlineData("fr14 2004 1010 0505 0001 3m02 606")]
    [InlineData("\tFR14 2004 1010 0505 0001 3M02\u00a0606 ")]
    public void Parse_AnyWayOfWriting_GivesTheElectronicForm(string text)
    {
        Assert.True(Iban.TryParse(text, out var iban));
        Assert.Equal(("FR1420041010050500013M02606", "FR"), (iban.Value, iban.Country));
        Assert.Equal("FR14 2004 1010 0505 0001 3M02 606", iban.ToString());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("FR1520041010050500013M02606")]
    [InlineData("FR1420041010050500013M0260")]
    [InlineData("FR1420041010050500013M026060")]
    [InlineData("ZZ1420041010050500013M02606")]
    [InlineData("FR14-2004-1010-0505-0001-3M02-606")]
    [InlineData("FR142004101005050001３M02606")]
    [InlineData("FRAB20041010050500013M02606")]
    public void Parse_AnythingElse_IsNone(string? text)
    {
        Assert.False(Iban.TryParse(text, out var iban));
        Assert.Equal("", iban.Value);
    }

    [Theory]
    [InlineData("97", "00")]
    [InlineData("98", "01")]
    [InlineData("02", "99")]
    public void Parse_CheckDigitsThatAreNeverIssued_IsNone(string issued, string alias)
    {
        var right = Enumerable.Range(0, 100_000).Select(n => $"BE{issued}{n:000000000000}").First(text => Iban.TryParse(text, out _));

        Assert.False(Iban.TryParse($"BE{alias}{right[4..]}", out _));
    }

    [Fact]
    public void Parse_AWrongText_Throws() => Assert.Throws<ArgumentException>(() => Iban.Parse("FR00"));

    [Fact]
    public void Parse_WithOneCharacterChanged_IsNone() =>
        Prop.ForAll(Ribs, Gen.Choose(4, 26).ToArbitrary(), Gen.Choose(1, 9).ToArbitrary(), (rib, place, step) =>
        {
            Assert.True(Iban.TryFromRib(rib.Bank, rib.Guichet, rib.Account, out var iban));
            if (!char.IsAsciiDigit(iban.Value[place]))
                return true;
            var other = (char)('0' + ((iban.Value[place] - '0' + step) % 10));
            return !Iban.TryParse(iban.Value[..place] + other + iban.Value[(place + 1)..], out _);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void FromRib_OfTheKnownAccount_HasItsKey()
    {
        Assert.True(Iban.TryFromRib("20041", "01005", "0500013m026", out var iban));
        Assert.Equal("FR1420041010050500013M02606", iban.Value);
    }

    [Fact]
    public void FromRib_OfAnyAccount_IsAnIbanWithThatRibWhoseKeyIsRight() =>
        Prop.ForAll(Ribs, rib =>
        {
            if (!Iban.TryFromRib(rib.Bank, rib.Guichet, rib.Account, out var iban) || !Iban.TryParse(iban.Value, out _))
                return false;

            // The RIB is right when the whole of it, letters as digits, leaves no remainder by 97.
            var digits = string.Concat(iban.Value[4..].Select(c => char.IsAsciiDigit(c) ? c : "12345678912345678923456789"[c - 'A']));
            return iban.Value[4..25] == rib.Bank + rib.Guichet + rib.Account && Int128.Parse(digits, System.Globalization.CultureInfo.InvariantCulture) % 97 == 0;
        }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("2004", "01005", "0500013M026")]
    [InlineData("20041", "0100A", "0500013M026")]
    [InlineData("20041", "01005", "0500013M02")]
    [InlineData("20041", "01005", "0500013-026")]
    [InlineData("20041", "01005", "0500013ſ026")]
    public void FromRib_OfAnotherShape_IsNone(string bank, string guichet, string account) =>
        Assert.False(Iban.TryFromRib(bank, guichet, account, out _));
}
