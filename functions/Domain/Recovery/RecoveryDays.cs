namespace Reconciliation.Domain.Recovery;

/// <summary>Days as recovery counts them; a date beyond what a sensible debt has stays at the edge of the calendar.</summary>
internal static class RecoveryDays
{
    private static readonly DateOnly First = new(2, 1, 1);
    private static readonly DateOnly Last = new(9998, 1, 1);

    public static DateOnly DayOf(DateTimeOffset instant) => new(instant.Year, instant.Month, instant.Day);

    public static DateTimeOffset StartOf(DateOnly day, TimeSpan offset) => new(day, TimeOnly.MinValue, offset);

    /// <summary>A day some calendar days later, or earlier for a negative number.</summary>
    public static DateOnly Add(DateOnly day, int days)
    {
        var number = Math.Clamp((long)day.DayNumber + days, First.DayNumber, Last.DayNumber);
        return DateOnly.FromDayNumber((int)number);
    }

    /// <summary>The n-th business day after a day, or before it for a negative n: neither weekend nor holiday.</summary>
    public static DateOnly AddBusinessDays(DateOnly day, int days, Func<DateOnly, bool> isHoliday)
    {
        var step = Math.Sign(days);
        var left = Math.Abs(days);

        // A calendar that calls every day a holiday must not stop the count.
        for (var walked = 0; left > 0 && walked < 1000; walked++)
        {
            day = Add(day, step);
            if (day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !isHoliday(day))
                left--;
        }

        return day;
    }
}
