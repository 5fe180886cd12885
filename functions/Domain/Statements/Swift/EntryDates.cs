using Reconciliation.Domain.Statements.Diagnostics;
using Reconciliation.Domain.Statements.Text;

namespace Reconciliation.Domain.Statements.Swift;

/// <summary>The dates of field 61.</summary>
/// <param name="Booking">The entry date, else the value date, else the statement's.</param>
/// <param name="Value">The value date; null where it is none.</param>
internal readonly record struct EntryDates(BookingDate Booking, ValueDate? Value)
{
    // An entry date has no year. It is the one of the value date, unless that puts them most of a year apart.
    private const int MostDaysApart = 330;

    /// <summary>Reads both dates; null, with a finding, where nothing at all gives a booking date.</summary>
    public static EntryDates? Read(EntryField field, DateOnly? statementDay, PartBuffer parts, int line)
    {
        var value = ShortDate.OfYearMonthDay(field.ValueDate);
        if (!value.Exists)
            parts.Add(DiagnosticRules.DateInvalid.At($"The value date is not in the calendar; {Taken(value.Day)} was taken.", line, "61", field.ValueDate.ToString()));
        var booking = field.EntryDate.IsEmpty
            ? new ShortDate(value.Day ?? statementDay, true)
            : NearestTo(value.Day ?? statementDay, field.EntryDate);
        if (!booking.Exists)
            parts.Add(DiagnosticRules.DateInvalid.At(
                $"The entry date is not in the calendar; {Taken(booking.Day ?? value.Day ?? statementDay)} was taken.", line, "61", field.EntryDate.ToString()));
        if ((booking.Day ?? value.Day ?? statementDay) is { } day)
            return new EntryDates(new BookingDate(day), value.Day is { } valueDay ? new ValueDate(valueDay) : null);
        parts.Add(DiagnosticRules.FieldMissing.At("Neither the entry nor the statement has a date; the entry was not read.", line, "61", field.ValueDate.ToString()));
        return null;
    }

    private static ShortDate NearestTo(DateOnly? day, ReadOnlySpan<char> monthDay)
    {
        if (day is not { } near)
            return default;
        var same = ShortDate.Of(near.Year, ShortDate.TwoDigits(monthDay[..2]), ShortDate.TwoDigits(monthDay[2..]));
        if (same.Day is not { } found)
            return same;
        var apart = found.DayNumber - near.DayNumber;
        var years = apart > MostDaysApart ? -1 : apart < -MostDaysApart ? 1 : 0;
        return years == 0 ? same : ShortDate.Of(near.Year + years, found.Month, ShortDate.TwoDigits(monthDay[2..]));
    }

    private static string Taken(DateOnly? day) =>
        day is { } taken ? taken.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) : "none";
}
