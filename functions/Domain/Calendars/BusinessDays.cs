namespace Reconciliation.Domain.Calendars;

/// <summary>Counts days on which something is open, and steps from one to the next.</summary>
public sealed class BusinessDays
{
    private readonly Func<DateOnly, bool> _isOpen;

    private BusinessDays(Func<DateOnly, bool> isOpen) => _isOpen = isOpen;

    /// <summary>The days on which TARGET settles; see <see cref="TargetCalendar"/>.</summary>
    public static BusinessDays Target { get; } = new(TargetCalendar.IsOpen);

    /// <summary>Monday to Friday without the public holidays of a territory (jours ouvrés); abroad, Monday to Friday.</summary>
    /// <param name="territory">Where.</param>
    /// <param name="goodFriday">See <see cref="FrenchHolidays.Of"/>.</param>
    public static BusinessDays In(Territory territory, bool goodFriday = true) => new(day =>
        day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !FrenchHolidays.IsHoliday(day, territory, goodFriday));

    /// <summary>Whether a day is one of them.</summary>
    public bool IsOpen(DateOnly day) => _isOpen(day);

    /// <summary>The day itself where it is open, else the first open day after it.</summary>
    public DateOnly OnOrAfter(DateOnly day)
    {
        while (!_isOpen(day))
            day = day.AddDays(1);
        return day;
    }

    /// <summary>
    /// The open day that comes <paramref name="count"/> open days after a day, which itself does not count; for 0 the
    /// same as <see cref="OnOrAfter"/>. Throws <see cref="ArgumentOutOfRangeException"/> below 0.
    /// </summary>
    public DateOnly Add(DateOnly day, int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        if (count == 0)
            return OnOrAfter(day);
        for (; count > 0; count--)
            day = OnOrAfter(day.AddDays(1));
        return day;
    }
}
