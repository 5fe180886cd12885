namespace Reconciliation.Domain.Calendars;

/// <summary>Finds the territory of an address.</summary>
public static class Territories
{
    /// <summary>
    /// The territory of a country and post code. A French address without a usable post code counts as
    /// <see cref="Territory.Metropole"/>; the overseas country codes of ISO 3166 decide without a post code.
    /// </summary>
    /// <param name="country">ISO 3166 two-letter code, in any letter case.</param>
    /// <param name="postcode">The post code as written, blanks ignored; null where it is not known.</param>
    public static Territory Of(string country, string? postcode) => country.ToUpperInvariant() switch
    {
        "FR" => OfPostcode(string.Concat((postcode ?? "").Where(c => !char.IsWhiteSpace(c)))),
        "GP" => Territory.Guadeloupe,
        "MQ" => Territory.Martinique,
        "GF" => Territory.Guyane,
        "RE" => Territory.Reunion,
        "PM" => Territory.SaintPierreEtMiquelon,
        "YT" => Territory.Mayotte,
        "BL" => Territory.SaintBarthelemy,
        "MF" => Territory.SaintMartin,
        "WF" => Territory.WallisEtFutuna,
        "PF" => Territory.PolynesieFrancaise,
        "NC" => Territory.NouvelleCaledonie,
        _ => Territory.Abroad,
    };

    private static Territory OfPostcode(string postcode)
    {
        if (postcode.Length != 5 || !postcode.All(char.IsAsciiDigit))
            return Territory.Metropole;
        return (postcode, postcode[..3]) switch
        {
            ("97133", _) or (_, "977") => Territory.SaintBarthelemy,
            ("97150", _) or (_, "978") => Territory.SaintMartin,
            (_, "971") => Territory.Guadeloupe,
            (_, "972") => Territory.Martinique,
            (_, "973") => Territory.Guyane,
            (_, "974") => Territory.Reunion,
            (_, "975") => Territory.SaintPierreEtMiquelon,
            (_, "976") => Territory.Mayotte,
            (_, "986") => Territory.WallisEtFutuna,
            (_, "987") => Territory.PolynesieFrancaise,
            (_, "988") => Territory.NouvelleCaledonie,
            _ when postcode[..2] is "57" or "67" or "68" => Territory.AlsaceMoselle,
            _ => Territory.Metropole,
        };
    }
}
