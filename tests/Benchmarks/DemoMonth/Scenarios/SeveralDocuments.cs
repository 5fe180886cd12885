using Reconciliation.Benchmarks.DemoMonth.Banks;
using Reconciliation.Benchmarks.DemoMonth.Chance;
using Reconciliation.Benchmarks.DemoMonth.Claims;
using Reconciliation.Benchmarks.DemoMonth.People;
using Reconciliation.Domain;
using static System.FormattableString;

namespace Reconciliation.Benchmarks.DemoMonth.Scenarios;

/// <summary>One payment for several documents, and one booking of several payments.</summary>
internal static class SeveralDocuments
{
    private const int PaymentsInBatch = 3;

    public static void Plan(MonthDraft draft)
    {
        draft.Repeat(Difficulty.SeveralInvoices, turn => ForInvoices(draft, turn));
        draft.Repeat(Difficulty.SeveralLessCreditNote, _ => LessCreditNote(draft));
        draft.Repeat(Difficulty.BatchCredit, _ => Batch(draft));
    }

    private static void ForInvoices(MonthDraft draft, int turn)
    {
        var day = draft.SomeDay();
        var customer = draft.Customers.Next(c => SingleInvoices.IsBusiness(c) && c.HasKnownAccount);
        var claims = Enumerable.Range(0, 2 + (turn % 3)).Select(_ => draft.Claims.PaidOn(customer, day)).ToArray();
        draft.Pay(() => Together(draft, Difficulty.SeveralInvoices, customer, day, claims, manner: turn % 7));
    }

    private static void LessCreditNote(MonthDraft draft)
    {
        var day = Calendar.Later(Calendar.Day(8), draft.Random.Below(14));
        var customer = draft.Customers.Next(SingleInvoices.IsBusiness);
        Claim[] invoices = [draft.Claims.PaidOn(customer, day), draft.Claims.PaidOn(customer, day)];
        var credit = draft.Claims.CreditNote(customer, day.AddDays(-6), Amounts.PerCent(invoices[0].Amount, draft.Random.Between(8, 30)));
        draft.Pay(() => Together(draft, Difficulty.SeveralLessCreditNote, customer, day, [.. invoices, credit], manner: 5));
    }

    private static BankLine Together(MonthDraft draft, Difficulty difficulty, Customer customer, DateOnly day, Claim[] claims, int manner)
    {
        var documents = claims.OrderBy(c => c.Type).ThenBy(c => c.Number, StringComparer.Ordinal).ToArray();
        var total = Money.Sum(documents.Select(d => d.SignedAmount), Currency.Eur);
        var truth = new Truth(difficulty, [.. documents.Select(d => new TrueAllocation(d, null, d.SignedAmount))], difficulty.Meaning());
        return Payments.Received(draft, customer, day, total, truth, draft.Wording.Several(documents, manner));
    }

    private static void Batch(MonthDraft draft)
    {
        var day = draft.SomeDay();
        var claims = Enumerable.Range(0, PaymentsInBatch).Select(_ => draft.Claims.PaidOn(draft.Customers.Next(PaysByBatch), day)).ToArray();
        draft.Pay(() =>
        {
            var lines = claims.Select(Payment).ToArray();
            return lines[0] with
            {
                Operation = Operation.BatchReceived,
                Amount = Money.Sum(lines.Select(l => l.Amount), Currency.Eur),
                Details = [.. lines.Select(l => l.Details[0])],
                BankText = Invariant($"REMISE {lines.Length} VIREMENTS RECUS"),
            };
        });

        static bool PaysByBatch(Customer customer) => SingleInvoices.IsBusiness(customer) && customer.PaysTo == InventedCreditor.Atlantide;

        BankLine Payment(Claim claim)
        {
            var truth = Truth.Of(Difficulty.BatchCredit, claim, claim.Amount, Difficulty.BatchCredit.Meaning());
            return Payments.Received(draft, claim.Customer, day, claim.Amount, truth, draft.Wording.Number(claim));
        }
    }
}
