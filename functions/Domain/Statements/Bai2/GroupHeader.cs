using Reconciliation.Domain.Statements.Diagnostics;
using Reconciliation.Domain.Statements.Text;

namespace Reconciliation.Domain.Statements.Bai2;

/// <summary>What record 02 says of every account of its group.</summary>
/// <param name="Day">The as-of date, which is the booking date of the entries; null for none.</param>
/// <param name="Currency">The currency of accounts that name none; null for none.</param>
/// <param name="Kind">A preview where the bank says interim.</param>
internal sealed record GroupHeader(DateOnly? Day, string? Currency, StatementKind Kind)
{
    // The places of the fields behind the code.
    private const int Status = 2;
    private const int AsOfDate = 3;
    private const int AsOfTime = 4;
    private const int CurrencyCode = 5;
    private const int Modifier = 6;

    /// <summary>The group of an account that stands in none.</summary>
    public static GroupHeader None { get; } = new(null, null, StatementKind.EndOfDay);

    /// <summary>Reads a record 02.</summary>
    /// <param name="fields">Its fields.</param>
    /// <param name="fileDay">When the file was made (01), for want of an as-of date.</param>
    /// <param name="parts">Where findings go.</param>
    public static GroupHeader Read(HeadFields fields, DateOnly? fileDay, PartBuffer parts)
    {
        ReportStatus(fields, parts);
        ReportTime(fields[AsOfTime], fields.Line, "02 time", parts);
        var currency = fields[CurrencyCode];
        return new GroupHeader(
            DayOf(fields, fileDay, parts),
            currency.Length == 0 ? null : currency,
            fields[Modifier] is "1" or "3" ? StatementKind.Intraday : StatementKind.EndOfDay);
    }

    /// <summary>A date as <c>YYMMDD</c>, or as <c>YYYYMMDD</c>.</summary>
    public static ShortDate DateOf(ReadOnlySpan<char> text) =>
        text.Length == 8 && Figure.Count(text) is { } number && number >= 1_0000
            ? ShortDate.Of(number / 1_0000, number / 100 % 100, number % 100)
            : ShortDate.OfYearMonthDay(text);

    /// <summary>Says what is wrong with a time: <c>HHMM</c>, up to 2400 and 9999 for the end of the day.</summary>
    public static void ReportTime(string text, int line, string field, PartBuffer parts)
    {
        if (text.Length == 0 || text == "9999")
            return;
        var digits = text.Replace(":", "", StringComparison.Ordinal);
        if (digits.Length is not (4 or 6) || Figure.Count(digits.AsSpan(0, 2)) is not <= 24 || Figure.Count(digits.AsSpan(2, 2)) is not < 60)
            parts.Add(DiagnosticRules.DateInvalid.At("The time is not on the clock.", line, field, text));
        else if (text.Length != 4)
            parts.Tolerate("Times have more than hours and minutes.", line, field, text);
    }

    private static void ReportStatus(HeadFields fields, PartBuffer parts)
    {
        switch (fields[Status])
        {
            case "" or "1":
                break;
            case "2" or "3":
                parts.Add(DiagnosticRules.EntryCorrected.At(
                    $"The group {(fields[Status] == "2" ? "deletes" : "corrects")} what the bank reported before.", fields.Line, "02 group status", fields[Status]));
                break;
            case "4":
                parts.Add(DiagnosticRules.TestOnly.At("The bank marks the group as a test.", fields.Line, "02 group status", fields[Status]));
                break;
            default:
                parts.AddOnce(DiagnosticRules.FieldUnknown, "The group status is none of 1 to 4; the group is read as an update.", fields.Line, "02 group status", fields[Status]);
                break;
        }
    }

    private static DateOnly? DayOf(HeadFields fields, DateOnly? fileDay, PartBuffer parts)
    {
        var text = fields[AsOfDate];
        var date = DateOf(text);
        if (date.Exists)
            return date.Day;
        if (text.Length > 0)
            parts.Add(DiagnosticRules.DateInvalid.At("The as-of date is not in the calendar.", fields.Line, "02 date", text));
        else if (fileDay is not null)
            parts.Add(DiagnosticRules.DateMissing.At("The group has no as-of date; the day on which the file was made was taken.", fields.Line, "02 date"));
        return date.Day ?? fileDay;
    }
}
