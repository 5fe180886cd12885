using System.Globalization;

namespace Reconciliation.Domain.Statements.Ofx;

/// <summary>Reads the date forms of OFX (section 3.2.8): <c>20240131</c>, <c>20240131120000.000[-5:EST]</c>.</summary>
internal static class OfxDate
{
    /// <summary>
    /// The calendar day as the bank writes it; its time and zone do not move it. False where the first eight digits are
    /// no day of the calendar.
    /// </summary>
    public static bool TryRead(string text, out DateOnly day)
    {
        day = default;
        return text.Length >= 8 && (text.Length == 8 || text[8] is (>= '0' and <= '9') or '.' or '[' or ':' or ' ' or 'T') &&
            DateOnly.TryParseExact(text.AsSpan(0, 8), "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day);
    }

    /// <summary>Whether a date consists of zeros, with which banks say that there is none.</summary>
    public static bool IsNone(string text) => text.All(c => c == '0');
}
