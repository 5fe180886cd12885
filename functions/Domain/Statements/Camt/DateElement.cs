using Reconciliation.Domain.Statements.Diagnostics;

namespace Reconciliation.Domain.Statements.Camt;

/// <summary>A date or an instant (Dt, DtTm): the calendar day as the bank writes it, whatever offset stands behind.</summary>
internal static class DateElement
{
    private const int DayLength = 10;
    private const int ShortestMonth = 28;

    /// <summary>
    /// The day in the element at hand, which may wrap it in Dt or DtTm. A day behind the end of its month gives the
    /// month's last day with a finding; anything else that is no date gives null with a finding.
    /// </summary>
    public static DateOnly? Read(StatementScope scope, string field)
    {
        var line = scope.Xml.Line;
        var text = scope.Xml.Content();
        if (TryParts(text, out var year, out var month, out var day))
        {
            var last = day <= ShortestMonth ? day : new DateOnly(year, month, 1).AddMonths(1).AddDays(-1).Day;
            if (day <= last)
                return new DateOnly(year, month, day);
            var nearest = new DateOnly(year, month, last);
            scope.Report(DiagnosticRules.DateInvalid.At(
                $"{field} {text} is not in the calendar; {nearest:yyyy-MM-dd} was taken.", line, field, text.ToString()));
            return nearest;
        }

        if (!scope.Xml.IsFaulted)
            scope.Report(DiagnosticRules.DateInvalid.At($"{field} '{text}' is no date and was not taken.", line, field, text.ToString()));
        return null;
    }

    // yyyy-MM-dd, with what an instant or an offset may append.
    private static bool TryParts(ReadOnlySpan<char> text, out int year, out int month, out int day)
    {
        year = month = day = 0;
        if (text.Length < DayLength || text[4] != '-' || text[7] != '-')
            return false;
        if (text.Length > DayLength && text[DayLength] is not ('T' or 'Z' or '+' or '-' or ' '))
            return false;
        return TryNumber(text[..4], out year) && TryNumber(text[5..7], out month) && TryNumber(text[8..DayLength], out day)
            && year is > 0 and < 9999 && month is >= 1 and <= 12 && day is >= 1 and <= 31;
    }

    private static bool TryNumber(ReadOnlySpan<char> digits, out int number)
    {
        number = 0;
        foreach (var digit in digits)
        {
            if (!char.IsAsciiDigit(digit))
                return false;
            number = (number * 10) + (digit - '0');
        }

        return true;
    }
}
