namespace Reconciliation.Domain.Calendars;

/// <summary>
/// The days on which TARGET settles, and so SEPA transfers and direct debits between banks. It closes on Saturdays,
/// Sundays, 1 January, Good Friday, Easter Monday, 1 May, 25 and 26 December; French holidays besides those are open.
/// Instant transfers settle on every day.
/// </summary>
public static class TargetCalendar
{
    /// <summary>Whether TARGET settles on a day.</summary>
    public static bool IsOpen(DateOnly day) =>
        day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday)
        && (day.Month, day.Day) is not ((1, 1) or (5, 1) or (12, 25) or (12, 26))
        && (day.DayNumber - Easter.Sunday(day.Year).DayNumber) is not (-2 or 1);
}
