using System.Globalization;

namespace Reconciliation.Domain.Statements.Csv;

/// <summary>What must hold of a profile beyond the form of its JSON.</summary>
internal static class CsvProfileChecks
{
    /// <summary>Everything that is wrong with a profile; none for a sound one.</summary>
    public static List<string> Faults(CsvProfile profile) =>
        [.. Marks(profile).Concat(HeaderFaults(profile)).Concat(Amounts(profile)).Concat(Dates(profile)).Concat(Facts(profile))];

    private static IEnumerable<string> Marks(CsvProfile profile)
    {
        if (!char.IsAscii(profile.Separator) || profile.Separator is '"' or '\r' or '\n' || char.IsAsciiLetterOrDigit(profile.Separator))
            yield return $"separator: '{profile.Separator}' cannot part cells";
        if (profile.DecimalMark is not ('.' or ','))
            yield return "decimalMark: is neither a point nor a comma";
        if (profile.ThousandsMarks.Contains(profile.DecimalMark, StringComparison.Ordinal) || profile.ThousandsMarks.Any(char.IsAsciiLetterOrDigit))
            yield return "thousandsMarks: holds the decimal mark, a letter or a digit";
        if (Text.SingleBytePage.Named(profile.Encoding) is null)
            yield return $"encoding: '{profile.Encoding}' is not a code page of one byte a character";
    }

    private static IEnumerable<string> HeaderFaults(CsvProfile profile)
    {
        if (profile.Header.Count(cell => cell.Length > 0) < 3)
            yield return "header: has fewer than three cells, too few to tell a file by";
        if (profile.WithoutHeader && profile.Preamble.Rows > 0)
            yield return "withoutHeader: a preamble ends with a header";
        if (profile.WithoutHeader && profile.Header.Any(cell => cell.Contains(CsvLayout.CurrencyMark, StringComparison.Ordinal)))
            yield return $"withoutHeader: {CsvLayout.CurrencyMark} stands in headers only";
        foreach (var column in CsvLayout.NamedColumns(profile))
        {
            var count = profile.Header.Count(cell => cell == column.Name);
            if (count != 1)
                yield return $"{column.Property}: '{column.Name}' is {(count == 0 ? "not" : "more than once")} in the header";
        }
    }

    private static IEnumerable<string> Amounts(CsvProfile profile)
    {
        var columns = profile.Columns;
        if (columns.Amount is null && (columns.Debit is null || columns.Credit is null))
            yield return "columns: neither amount nor debit and credit are given";
        if (columns.Amount is not null && (columns.Debit is not null || columns.Credit is not null))
            yield return "columns: amount excludes debit and credit";
        if (columns.Sign is not null && (columns.Amount is null || profile.DebitFlags.IsEmpty || profile.CreditFlags.IsEmpty))
            yield return "columns.sign: needs amount, debitFlags and creditFlags";
        if (columns.Sign is not null && profile.PurchasesPositive)
            yield return "purchasesPositive: the sign column already says it";
        if (profile.DebitsNegative && columns.Debit is null)
            yield return "debitsNegative: there is no debit column";
    }

    private static IEnumerable<string> Dates(CsvProfile profile)
    {
        if (profile.Columns.BookingDate.IsEmpty)
            yield return "columns.bookingDate: is missing";
        if (profile.DateFormats.IsEmpty)
            yield return "dateFormats: is missing";
        foreach (var format in profile.DateFormats.Where(f => !IsDateFormat(f)))
            yield return $"dateFormats: '{format}' does not hold day, month and year";
    }

    private static IEnumerable<string> Facts(CsvProfile profile)
    {
        var isGiven = profile.Columns.Currency is not null || profile.Preamble.Currency is not null || profile.Preamble.CurrencyUnlabelled ||
            profile.Header.Any(cell => cell.Contains(CsvLayout.CurrencyMark, StringComparison.Ordinal));
        if (profile.Currency is null && !isGiven)
            yield return "currency: is missing, and neither a column nor the preamble nor the header has it";
        if (profile.Currency is not null && !Currency.TryOf(profile.Currency, out _))
            yield return $"currency: '{profile.Currency}' is not a code of ISO 4217";
    }

    // A format is sound if a date survives being written and read in it.
    private static bool IsDateFormat(string format)
    {
        var sample = new DateTimeOffset(2031, 12, 28, 0, 0, 0, TimeSpan.Zero);
        try
        {
            return CsvDate.TryRead(sample.ToString(format, CultureInfo.InvariantCulture), [format], out var day) &&
                day == new DateOnly(2031, 12, 28);
        }
        catch (FormatException)
        {
            return false;
        }
    }
}
