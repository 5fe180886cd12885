using System.Globalization;
using Reconciliation.Domain.Interest;
using Reconciliation.Domain.Receivables;

namespace Reconciliation.Domain.Tests.Interest;

/// <summary>Debts and questions in few words.</summary>
internal static class Debts
{
    public static DateOnly Day(string iso) => DateOnly.ParseExact(iso, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static Money Eur(string figure)
    {
        Assert.Equal(AmountReading.Exact, AmountText.Read(figure, '.', Currency.Eur, out var amount));
        return amount;
    }

    public static OverdueDebt Debt(string amount, string due) => new() { Amount = Eur(amount), DueDate = Day(due) };

    public static OverdueDebt Consumer(string amount, string due, string? notice) =>
        Debt(amount, due) with { Debtor = DebtorKind.Consumer, NoticeOn = notice is null ? null : Day(notice) };

    public static DebtReduction Paid(string on, string amount) => new(Day(on), Eur(amount));

    public static LateInterest Until(this OverdueDebt debt, string until, params DebtReduction[] reductions) =>
        debt.Until(until, InterestSettings.Default, reductions);

    public static LateInterest Until(this OverdueDebt debt, string until, InterestSettings settings, params DebtReduction[] reductions) =>
        LateInterest.Of(debt, reductions, Day(until), ReferenceRates.BuiltIn, settings).Match(
            stated => stated, refusal => throw new InvalidOperationException(refusal.ToString()));

    public static string Refused(this OverdueDebt debt, string until, params DebtReduction[] reductions) =>
        debt.Refusal(until, reductions).Code;

    public static InterestRefusal Refusal(this OverdueDebt debt, string until, params DebtReduction[] reductions) =>
        LateInterest.Of(debt, reductions, Day(until), ReferenceRates.BuiltIn).Match(
            stated => throw new InvalidOperationException(stated.ToString()), refusal => refusal);

    /// <summary>A segment as <c>2025-06-01..2025-06-30 30 d 10000.00 13.15</c>.</summary>
    public static IEnumerable<string> Lines(this LateInterest interest) => interest.Segments.Select(s => string.Create(
        CultureInfo.InvariantCulture, $"{s.From:yyyy-MM-dd}..{s.To:yyyy-MM-dd} {s.Days} d {s.Base.ToDecimalString()} {s.Rate.Rate.PerCent}"));
}
