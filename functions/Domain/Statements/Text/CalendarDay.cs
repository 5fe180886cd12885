namespace Reconciliation.Domain.Statements.Text;

/// <summary>Makes days of numbers that a file states.</summary>
internal static class CalendarDay
{
    private const int ShortestMonth = 28;

    /// <summary>The day; false where the calendar has none such.</summary>
    public static bool TryOf(int year, int month, int day, out DateOnly date)
    {
        date = default;
        if (year is < 1 or > 9999 || month is < 1 or > 12 || day < 1 || (day > ShortestMonth && day > LastOf(year, month)))
            return false;
        date = new DateOnly(year, month, day);
        return true;
    }

    private static int LastOf(int year, int month) => month == 12 ? 31 : new DateOnly(year, month + 1, 1).AddDays(-1).Day;
}
