using FsCheck;
using FsCheck.Fluent;
using Reconciliation.Domain.Calendars;

namespace Reconciliation.Domain.Tests.Calendars;

public class FrenchHolidaysTests
{
    private static readonly Arbitrary<int> Years = Gen.Choose(Easter.FirstYear, 9999).ToArbitrary();

    [Theory]
    [InlineData("1818-03-22")]
    [InlineData("1943-04-25")]
    [InlineData("2000-04-23")]
    [InlineData("2008-03-23")]
    [InlineData("2024-03-31")]
    [InlineData("2025-04-20")]
    [InlineData("2026-04-05")]
    [InlineData("2027-03-28")]
    [InlineData("2028-04-16")]
    [InlineData("2038-04-25")]
    [InlineData("2285-03-22")]
    public void Easter_OfAYear_IsTheKnownDay(string day) => Assert.Equal(Day(day), Easter.Sunday(Day(day).Year));

    [Fact]
    public void Easter_OfAnyYear_IsASundayFrom22MarchTo25April() =>
        Prop.ForAll(Years, year =>
        {
            var easter = Easter.Sunday(year);
            return easter.DayOfWeek == DayOfWeek.Sunday && easter >= new DateOnly(year, 3, 22) && easter <= new DateOnly(year, 4, 25);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Easter_BeforeTheGregorianCalendar_Throws() => Assert.Throws<ArgumentOutOfRangeException>(() => Easter.Sunday(1582));

    [Fact]
    public void Holidays_OfMetropole_AreThoseOfL3133() => Assert.Equal(
        [
            "2026-01-01 Jour de l'an", "2026-04-06 Lundi de Pâques", "2026-05-01 Fête du Travail", "2026-05-08 Victoire 1945",
            "2026-05-14 Ascension", "2026-05-25 Lundi de Pentecôte", "2026-07-14 Fête nationale", "2026-08-15 Assomption",
            "2026-11-01 Toussaint", "2026-11-11 Armistice 1918", "2026-12-25 Noël",
        ],
        FrenchHolidays.Of(2026, Territory.Metropole).Select(h => $"{FixtureJson.Day(h.Day)} {h.Name}"));

    [Fact]
    public void Holidays_OfAlsaceMoselle_AddGoodFridayAndSaintStephen() =>
        Assert.Equal([Day("2026-04-03"), Day("2026-12-26")], OwnDays(Territory.AlsaceMoselle));

    [Fact]
    public void Holidays_OfACommuneWithoutATemple_LeaveGoodFridayOut()
    {
        Assert.False(FrenchHolidays.IsHoliday(Day("2026-04-03"), Territory.AlsaceMoselle, goodFriday: false));
        Assert.True(FrenchHolidays.IsHoliday(Day("2026-12-26"), Territory.AlsaceMoselle, goodFriday: false));
    }

    [Theory]
    [InlineData(Territory.Mayotte, "2026-04-27")]
    [InlineData(Territory.Martinique, "2026-05-22")]
    [InlineData(Territory.Guadeloupe, "2026-05-27")]
    [InlineData(Territory.SaintMartin, "2026-05-28")]
    [InlineData(Territory.Guyane, "2026-06-10")]
    [InlineData(Territory.SaintBarthelemy, "2026-10-09")]
    [InlineData(Territory.Reunion, "2026-12-20")]
    public void Holidays_Overseas_AddTheAbolitionOfSlavery(Territory territory, string day) =>
        Assert.Equal([Day(day)], OwnDays(territory));

    [Fact]
    public void Holidays_Abroad_AreNone() => Assert.Empty(FrenchHolidays.Of(2026, Territory.Abroad));

    [Fact]
    public void Holidays_WhereTwoMeet_AreBothNamed() => Assert.Equal(
        ["Fête du Travail", "Ascension"],
        FrenchHolidays.Of(2008, Territory.Metropole).Where(h => h.Day == Day("2008-05-01")).Select(h => h.Name));

    private static IEnumerable<DateOnly> OwnDays(Territory territory) =>
        FrenchHolidays.Of(2026, territory).Except(FrenchHolidays.Of(2026, Territory.Metropole)).Select(h => h.Day);

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd");
}
