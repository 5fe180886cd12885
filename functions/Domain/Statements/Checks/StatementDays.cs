using Reconciliation.Domain.Statements.Diagnostics;

namespace Reconciliation.Domain.Statements.Checks;

/// <summary>The days of one statement against each other: its two balances, its booking days, booking day and value date.</summary>
internal sealed class StatementDays(StatementOpened opened)
{
    private const int MostDaysApart = 366;

    private StatementEntry? _latest;

    /// <summary>The finding that this entry gives rise to; null for none.</summary>
    public static Diagnostic? Compare(StatementEntry entry)
    {
        if (entry.ValueDate is not { } value || Math.Abs(value.Day.DayNumber - entry.BookingDate.Day.DayNumber) <= MostDaysApart)
            return null;
        return DiagnosticRules.ValueDateFar.At(
            $"The entry of {entry.Amount} is booked on {entry.BookingDate} with the value date {value}.", entry.Line, "value date", value.ToString());
    }

    public void See(StatementEntry entry)
    {
        if (entry.IsBooked && HasOwnBookingDate(entry) && (_latest is null || entry.BookingDate.Day > _latest.BookingDate.Day))
            _latest = entry;
    }

    public IEnumerable<Diagnostic> Findings(StatementClosed closed)
    {
        if (opened.Kind != StatementKind.EndOfDay || closed.Closing?.Day is not { } end)
            yield break;
        if (opened.Opening?.Day is { } start && end < start)
            yield return DiagnosticRules.ClosingBeforeOpening.At(
                $"{Wording.Of(opened)} opens on {Wording.Day(start)} and closes on {Wording.Day(end)}.", closed.Line, "closing balance", Wording.Day(end));
        if (_latest is { } latest && latest.BookingDate.Day > end)
            yield return DiagnosticRules.EntryAfterClosing.At(
                $"{Wording.Of(opened)} closes on {Wording.Day(end)}; its {Wording.Entry(latest.Position, latest.Line)} of {latest.Amount} is booked on {latest.BookingDate}, the latest of all.",
                latest.Line, "booking date", latest.BookingDate.ToString());
    }

    // Field 61 may leave the entry date out, and the value date then stands for it: credits often bear interest from the
    // next day on.
    private bool HasOwnBookingDate(StatementEntry entry) =>
        opened.Format != StatementFormat.Mt940 || entry.ValueDate?.Day != entry.BookingDate.Day;
}
