using System.Globalization;

namespace Reconciliation.Pipeline.Ingest;

/// <summary>
/// The numbers of an account's statements one after the other, and which are missing between two. Banks begin anew each
/// year, write 1 always, or a date: a gap is only spoken of where the numbers counted up by one before, or where the
/// balances say as well that a statement is missing.
/// </summary>
internal sealed class StatementNumbers(string? last, DateOnly? lastDay)
{
    private const long MostMissing = 100;
    private const int StepsThatProve = 2;

    private string? _last = last;
    private DateOnly? _lastDay = lastDay;
    private int _steps;

    /// <summary>What is missing before a statement: <c>statement 14 is missing between 13 and 15</c>; null where nothing can be said.</summary>
    /// <param name="number">The statement's number.</param>
    /// <param name="day">The day on which it closes.</param>
    /// <param name="isBalanceBroken">Its opening balance is not the last closing balance.</param>
    public string? MissingBefore(string? number, DateOnly? day, bool isBalanceBroken)
    {
        if (!isBalanceBroken && _steps < StepsThatProve)
            return null;
        if (Counter(_last) is not { } from || Counter(number) is not { } to || to - from is < 2 or > MostMissing + 1)
            return null;
        if (Days(from, _lastDay).Zip(Days(to, day)).Any(pair => pair is { First: true, Second: true }))
            return null;
        return to - from == 2
            ? $"statement {from + 1} is missing between {_last} and {number}"
            : $"statements {from + 1} to {to - 1} are missing between {_last} and {number}";
    }

    /// <summary>Takes the statement as the last one.</summary>
    public void Advance(string? number, DateOnly? day)
    {
        _steps = Counter(_last) is { } from && Counter(number) == from + 1 ? _steps + 1 : 0;
        (_last, _lastDay) = (number, day);
    }

    // Of field 28C the part before the stroke is the statement's number, the part behind it the page's.
    private static long? Counter(string? number) =>
        number is not null && long.TryParse(number.Split('/')[0], NumberStyles.None, CultureInfo.InvariantCulture, out var counter) ? counter : null;

    /// <summary>Whether a number is the day written in each of the ways that banks number statements by days.</summary>
    private static bool[] Days(long number, DateOnly? day) => day is not { } d
        ? []
        :
        [
            number == d.DayOfYear,
            number == ((d.Year % 100) * 1000) + d.DayOfYear,
            number == (d.Year * 1000) + d.DayOfYear,
            number == d.Day,
            number == (d.Month * 100) + d.Day,
            number == (d.Day * 100) + d.Month,
            number == (d.Year % 100 * 10000) + (d.Month * 100) + d.Day,
            number == (d.Year * 10000) + (d.Month * 100) + d.Day,
            number == (d.Day * 10000) + (d.Month * 100) + (d.Year % 100),
            number == (d.Day * 1000000) + (d.Month * 10000) + d.Year,
        ];
}
