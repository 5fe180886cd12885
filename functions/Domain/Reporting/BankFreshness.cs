using Reconciliation.Domain.Calendars;
using Reconciliation.Domain.Statements;

namespace Reconciliation.Domain.Reporting;

/// <summary>
/// Whether a bank's statements of an account have come in. A bank sends the statement of a business day by the morning of
/// the next: what is missing then keeps payments from being seen, and reminders from being sent.
/// </summary>
/// <param name="Account">The bank account.</param>
/// <param name="Through">The last day that accepted statements cover; null where there is none.</param>
/// <param name="Expected">The day up to which they should reach.</param>
/// <param name="AgeDays">Calendar days from <paramref name="Through"/> to the day of the look; null where there is no statement.</param>
public sealed record BankFreshness(BankAccountId Account, DateOnly? Through, DateOnly Expected, int? AgeDays)
{
    /// <summary>Statements do not reach as far as they should.</summary>
    public bool IsLate => Through is null || Through < Expected;

    /// <summary>The freshness of an account on a day.</summary>
    /// <param name="account">The bank account.</param>
    /// <param name="through">The last day that accepted statements cover; null where there is none.</param>
    /// <param name="today">The day of the look, by the creditor's clock.</param>
    /// <param name="graceDays">Business days that a bank may take beyond the next morning; 0 for none. Throws <see cref="ArgumentOutOfRangeException"/> below 0.</param>
    public static BankFreshness Of(BankAccountId account, DateOnly? through, DateOnly today, int graceDays)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(graceDays);
        return new BankFreshness(account, through, Before(today, graceDays + 1), through is { } last ? today.DayNumber - last.DayNumber : null);
    }

    /// <summary>The day on which TARGET settled that comes so many such days before a day, which itself does not count.</summary>
    private static DateOnly Before(DateOnly day, int count)
    {
        while (count > 0)
        {
            day = day.AddDays(-1);
            if (TargetCalendar.IsOpen(day))
                count--;
        }

        return day;
    }
}
