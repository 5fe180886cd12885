namespace Reconciliation.Domain.Calendars;

/// <summary>The date of Easter in the Gregorian calendar, on which the movable holidays hang.</summary>
public static class Easter
{
    /// <summary>The first year of the Gregorian calendar with an Easter of its own.</summary>
    public const int FirstYear = 1583;

    /// <summary>
    /// Easter Sunday by the anonymous Gregorian computus (Meeus, Astronomical Algorithms, chapter 8). Throws
    /// <see cref="ArgumentOutOfRangeException"/> before <see cref="FirstYear"/>.
    /// </summary>
    public static DateOnly Sunday(int year)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(year, FirstYear);
        var goldenNumber = year % 19;
        var (century, yearOfCentury) = Math.DivRem(year, 100);
        var leapCenturies = century / 4;
        var lunarCorrection = (century - ((century + 8) / 25) + 1) / 3;
        var epact = ((19 * goldenNumber) + century - leapCenturies - lunarCorrection + 15) % 30;
        var weekday = (32 + (2 * (century % 4)) + (2 * (yearOfCentury / 4)) - epact - (yearOfCentury % 4)) % 7;
        var correction = (goldenNumber + (11 * epact) + (22 * weekday)) / 451;
        var (month, day) = Math.DivRem(epact + weekday - (7 * correction) + 114, 31);
        return new DateOnly(year, month, day + 1);
    }
}
