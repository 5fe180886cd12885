namespace Reconciliation.Domain.Statements.Text;

/// <summary>
/// A date of six digits with a two-digit year: 80 to 99 are of the twentieth century, 00 to 79 of the twenty-first
/// (the convention of SWIFT field 61, also right for CFONB).
/// </summary>
/// <param name="Day">The day; the month's last one for a day past it, as in banking calendars; null for no date at all.</param>
/// <param name="Exists">The date is in the calendar as written.</param>
internal readonly record struct ShortDate(DateOnly? Day, bool Exists)
{
    private const int ShortestMonth = 28;

    /// <summary>Reads <c>YYMMDD</c>.</summary>
    public static ShortDate OfYearMonthDay(ReadOnlySpan<char> text) =>
        text.Length == 6 ? Of(text[..2], text[2..4], text[4..]) : default;

    /// <summary>Reads <c>DDMMYY</c>.</summary>
    public static ShortDate OfDayMonthYear(ReadOnlySpan<char> text) =>
        text.Length == 6 ? Of(text[4..], text[2..4], text[..2]) : default;

    /// <summary>The day of a year, month and day of the month.</summary>
    public static ShortDate Of(int year, int month, int day)
    {
        if (month is < 1 or > 12 || day is < 1 or > 31)
            return default;
        var last = day <= ShortestMonth ? ShortestMonth : new DateOnly(year, month, 1).AddMonths(1).AddDays(-1).Day;
        return new ShortDate(new DateOnly(year, month, Math.Min(day, last)), day <= last);
    }

    /// <summary>The number that two digits write; -1 for anything else.</summary>
    public static int TwoDigits(ReadOnlySpan<char> text) =>
        text.Length == 2 && char.IsAsciiDigit(text[0]) && char.IsAsciiDigit(text[1])
            ? ((text[0] - '0') * 10) + (text[1] - '0')
            : -1;

    private static ShortDate Of(ReadOnlySpan<char> year, ReadOnlySpan<char> month, ReadOnlySpan<char> day)
    {
        var shortYear = TwoDigits(year);
        return shortYear < 0 ? default : Of(shortYear + (shortYear >= 80 ? 1900 : 2000), TwoDigits(month), TwoDigits(day));
    }
}
