using System.Collections.Immutable;
using System.Globalization;

namespace Reconciliation.Domain.Statements.Csv;

/// <summary>Reads dates in the notations of a profile. A time of day is read and left out; years of two digits end with 2049.</summary>
internal static class CsvDate
{
    /// <summary>The day; false where the text is in none of the notations.</summary>
    public static bool TryRead(string text, ImmutableArray<string> formats, out DateOnly day)
    {
        day = default;
        foreach (var format in formats)
        {
            if (!DateTimeOffset.TryParseExact(text, format, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment))
                continue;
            day = new DateOnly(moment.Year, moment.Month, moment.Day);
            return true;
        }

        return false;
    }
}
