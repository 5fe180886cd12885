using System.Collections.Immutable;

namespace Reconciliation.Domain.Calendars;

/// <summary>A public holiday (jour férié).</summary>
/// <param name="Day">The day.</param>
/// <param name="Name">Its French name.</param>
public readonly record struct Holiday(DateOnly Day, string Name);

/// <summary>
/// Public holidays (jours fériés) of the French territories, by the law as of 2026: C. trav. L3133-1 everywhere,
/// L3134-13 in Alsace-Moselle, the commemoration of the abolition of slavery overseas. The days that the labour codes of
/// the Pacific territories add are not known here.
/// </summary>
public static class FrenchHolidays
{
    /// <summary>The holidays of a year in order of day; none abroad. Two may fall on one day.</summary>
    /// <param name="year">From <see cref="Easter.FirstYear"/> on.</param>
    /// <param name="territory">Where.</param>
    /// <param name="goodFriday">
    /// Whether Good Friday counts in Alsace-Moselle: it does in communes with a Protestant temple or a mixed church
    /// (L3134-13). Without effect elsewhere.
    /// </param>
    public static ImmutableArray<Holiday> Of(int year, Territory territory, bool goodFriday = true)
    {
        if (territory == Territory.Abroad)
            return [];
        var easter = Easter.Sunday(year);
        return
        [
            .. National(year, easter).Concat(Local(year, easter, territory, goodFriday)).OrderBy(holiday => holiday.Day),
        ];
    }

    /// <summary>Whether a day is a holiday; the parameters are those of <see cref="Of"/>.</summary>
    public static bool IsHoliday(DateOnly day, Territory territory, bool goodFriday = true) =>
        Of(day.Year, territory, goodFriday).Any(holiday => holiday.Day == day);

    private static IEnumerable<Holiday> National(int year, DateOnly easter) =>
    [
        new(new DateOnly(year, 1, 1), "Jour de l'an"),
        new(easter.AddDays(1), "Lundi de Pâques"),
        new(new DateOnly(year, 5, 1), "Fête du Travail"),
        new(new DateOnly(year, 5, 8), "Victoire 1945"),
        new(easter.AddDays(39), "Ascension"),
        new(easter.AddDays(50), "Lundi de Pentecôte"),
        new(new DateOnly(year, 7, 14), "Fête nationale"),
        new(new DateOnly(year, 8, 15), "Assomption"),
        new(new DateOnly(year, 11, 1), "Toussaint"),
        new(new DateOnly(year, 11, 11), "Armistice 1918"),
        new(new DateOnly(year, 12, 25), "Noël"),
    ];

    private static IEnumerable<Holiday> Local(int year, DateOnly easter, Territory territory, bool goodFriday)
    {
        return territory switch
        {
            Territory.AlsaceMoselle when goodFriday => [GoodFriday(), SaintStephen()],
            Territory.AlsaceMoselle => [SaintStephen()],
            Territory.Mayotte => [Abolition(4, 27)],
            Territory.Martinique => [Abolition(5, 22)],
            Territory.Guadeloupe => [Abolition(5, 27)],
            Territory.SaintMartin => [Abolition(5, 28)],
            Territory.Guyane => [Abolition(6, 10)],
            Territory.SaintBarthelemy => [Abolition(10, 9)],
            Territory.Reunion => [Abolition(12, 20)],
            Territory.Metropole or Territory.SaintPierreEtMiquelon or Territory.WallisEtFutuna => [],
            Territory.PolynesieFrancaise or Territory.NouvelleCaledonie or Territory.Abroad => [],
        };

        Holiday GoodFriday() => new(easter.AddDays(-2), "Vendredi saint");
        Holiday SaintStephen() => new(new DateOnly(year, 12, 26), "Saint-Étienne");
        Holiday Abolition(int month, int day) => new(new DateOnly(year, month, day), "Abolition de l'esclavage");
    }
}
