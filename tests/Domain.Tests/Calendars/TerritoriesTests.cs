using Reconciliation.Domain.Calendars;

namespace Reconciliation.Domain.Tests.Calendars;

public class TerritoriesTests
{
    [Theory]
    [InlineData("FR", "75011", Territory.Metropole)]
    [InlineData("FR", "20137", Territory.Metropole)]
    [InlineData("FR", "57000", Territory.AlsaceMoselle)]
    [InlineData("FR", "67000", Territory.AlsaceMoselle)]
    [InlineData("fr", "68 100", Territory.AlsaceMoselle)]
    [InlineData("FR", "97110", Territory.Guadeloupe)]
    [InlineData("FR", "97200", Territory.Martinique)]
    [InlineData("FR", "97300", Territory.Guyane)]
    [InlineData("FR", "97400", Territory.Reunion)]
    [InlineData("FR", "97500", Territory.SaintPierreEtMiquelon)]
    [InlineData("FR", "97600", Territory.Mayotte)]
    [InlineData("FR", "97133", Territory.SaintBarthelemy)]
    [InlineData("FR", "97700", Territory.SaintBarthelemy)]
    [InlineData("FR", "97150", Territory.SaintMartin)]
    [InlineData("FR", "97800", Territory.SaintMartin)]
    [InlineData("FR", "98600", Territory.WallisEtFutuna)]
    [InlineData("FR", "98713", Territory.PolynesieFrancaise)]
    [InlineData("FR", "98800", Territory.NouvelleCaledonie)]
    [InlineData("RE", null, Territory.Reunion)]
    [InlineData("FR", null, Territory.Metropole)]
    [InlineData("FR", "6700", Territory.Metropole)]
    [InlineData("FR", "٦٧٠٠٠", Territory.Metropole)]
    [InlineData("DE", "67000", Territory.Abroad)]
    [InlineData("", "67000", Territory.Abroad)]
    public void Territory_OfAnAddress_FollowsCountryAndPostcode(string country, string? postcode, Territory territory) =>
        Assert.Equal(territory, Territories.Of(country, postcode));
}
