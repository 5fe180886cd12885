using System.Globalization;

namespace Reconciliation.Domain.Calendars;

/// <summary>Days as ISO 8601 writes them, whatever culture the machine runs in.</summary>
internal static class IsoDate
{
    /// <summary><c>2026-01-31</c>.</summary>
    public static string Iso(this DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>Reads <c>2026-01-31</c> or the basic form <c>20260131</c>; null for anything else, also for a day that does not exist.</summary>
    public static DateOnly? Read(string text) =>
        DateOnly.TryParseExact(text, ["yyyy-MM-dd", "yyyyMMdd"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : null;
}
