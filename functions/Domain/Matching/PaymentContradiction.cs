using System.Globalization;
using Reconciliation.Domain.Statements;

namespace Reconciliation.Domain.Matching;

/// <summary>What an entry says against itself. Nobody knows which half of it is right, so the machine makes nothing of it.</summary>
internal static class PaymentContradiction
{
    private const int MostDaysBetweenDates = 366;

    /// <summary>The fact that speaks against an entry; null where nothing does.</summary>
    public static Evidence? Of(StatementEntry entry)
    {
        if (entry.ValueDate is { } value && Math.Abs(value.Day.DayNumber - entry.BookingDate.Day.DayNumber) > MostDaysBetweenDates)
            return Evidence.Of(EvidenceKind.PaymentContradictory, $"{Day(entry.BookingDate.Day)} / {Day(value.Day)}");
        var stated = entry.Details.Select(detail => detail.Amount).OfType<Money>().Where(amount => amount.Currency == entry.Amount.Currency).ToList();
        if (entry.Details.Length < 2 || stated.Count < entry.Details.Length)
            return null;
        var total = Money.Sum(stated, entry.Amount.Currency);
        var kept = entry.Charges is { } charges && charges.Currency == entry.Amount.Currency ? charges : Money.Zero(entry.Amount.Currency);
        return total == entry.Amount || total - kept == entry.Amount
            ? null
            : Evidence.Of(EvidenceKind.PaymentContradictory, $"{entry.Amount} / {total}");
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
