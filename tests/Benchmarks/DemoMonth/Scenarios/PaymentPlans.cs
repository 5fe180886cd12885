using Reconciliation.Benchmarks.DemoMonth.Chance;
using Reconciliation.Benchmarks.DemoMonth.Claims;
using Reconciliation.Benchmarks.DemoMonth.People;
using Reconciliation.Domain;
using Reconciliation.Domain.Receivables;
using static System.FormattableString;

namespace Reconciliation.Benchmarks.DemoMonth.Scenarios;

/// <summary>Two plans: a firm that keeps its own, a consumer who misses the third term.</summary>
internal static class PaymentPlans
{
    public static void Plan(MonthDraft draft)
    {
        var months = Enumerable.Range(0, 6).Select(new DateOnly(2026, 9, 5).AddMonths);
        var fortnights = Enumerable.Range(0, 4).Select(number => new DateOnly(2026, 9, 1).AddDays(14 * number));
        var firm = Agree(draft, SingleInvoices.IsBusiness, new DateOnly(2026, 4, 30), Amounts.Euro(123_600), [.. months]);
        var person = Agree(draft, c => c.IsConsumer, new DateOnly(2026, 6, 15), Amounts.Euro(22_230), [.. fortnights]);
        Pay(draft, firm, 1, Calendar.Day(4), plan => Invariant($"ECHEANCE 1/{plan.Instalments.Length} {plan.Claim.Number}"));
        Pay(draft, person, 1, Calendar.Day(2), plan => $"ECHEANCIER {plan.Claim.Number}");
        Pay(draft, person, 2, Calendar.Day(16), _ => "MENSUALITE ECHEANCIER");
    }

    private static PlanDraft Agree(MonthDraft draft, Func<Customer, bool> fits, DateOnly due, Money term, DateOnly[] days)
    {
        var total = Amounts.Euro(term.MinorUnits * days.Length);
        var plan = new PlanDraft(
            draft.Claims.DueOn(draft.Customers.Next(fits), due, total),
            [.. days.Select((day, index) => new Instalment(index + 1, day, term))]);
        draft.Plans.Add(plan);
        return plan;
    }

    private static void Pay(MonthDraft draft, PlanDraft plan, int sequence, DateOnly day, Func<PlanDraft, string> text)
    {
        var term = plan.Instalments[sequence - 1];
        var truth = new Truth(Difficulty.Instalment, [new TrueAllocation(plan.Claim, sequence, term.Amount)], Difficulty.Instalment.Meaning());
        draft.Pay(() => Payments.Received(draft, plan.Claim.Customer, day, term.Amount, truth, text(plan)));
    }
}
