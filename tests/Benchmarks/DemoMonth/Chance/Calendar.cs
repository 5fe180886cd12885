using System.Collections.Immutable;

namespace Reconciliation.Benchmarks.DemoMonth.Chance;

/// <summary>The days of September 2026 on which banks book.</summary>
internal static class Calendar
{
    /// <summary>The day before the first statement.</summary>
    public static DateOnly Before { get; } = new(2026, 8, 31);

    /// <summary>The day on which the demo plays.</summary>
    public static DateOnly Today { get; } = new(2026, 10, 1);

    /// <summary>Monday to Friday; the month has no TARGET holiday.</summary>
    public static ImmutableArray<DateOnly> BankDays { get; } =
        [.. Enumerable.Range(1, 30).Select(Day).Where(d => d.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday))];

    /// <summary>A day of the month.</summary>
    public static DateOnly Day(int day) => new(2026, 9, day);

    /// <summary>The bank day on which something of that day is in the books: the day itself, or the next Monday.</summary>
    public static DateOnly BankDayOf(DateOnly day) => BankDays.First(d => d >= day);

    /// <summary>So many bank days later, at most the last of the month.</summary>
    public static DateOnly Later(DateOnly day, int bankDays) =>
        BankDays[Math.Min(BankDays.IndexOf(BankDayOf(day)) + bankDays, BankDays.Length - 1)];
}
