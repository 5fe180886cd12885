using Reconciliation.Benchmarks.DemoMonth.Banks;
using Reconciliation.Benchmarks.DemoMonth.Chance;
using Reconciliation.Benchmarks.DemoMonth.Claims;
using Reconciliation.Benchmarks.DemoMonth.People;

namespace Reconciliation.Benchmarks.DemoMonth.Scenarios;

/// <summary>Things that come twice: by mistake, rightly, or every month.</summary>
internal static class Repetitions
{
    public static void Plan(MonthDraft draft)
    {
        draft.Repeat(Difficulty.PaidTwice, _ => PaidTwice(draft));
        draft.Repeat(Difficulty.Twins, turn => Twins(draft, turn % 2 == 0 ? InventedCreditor.Boreal : InventedCreditor.Ceres));
        draft.Repeat(Difficulty.MonthlyContract, _ => MonthlyContract(draft));
    }

    private static void PaidTwice(MonthDraft draft)
    {
        var day = Calendar.Day(draft.Random.Between(1, 16));
        var claim = draft.Claims.PaidOn(draft.Customers.Next(SingleInvoices.Anyone), Calendar.BankDayOf(day));
        var again = Calendar.Later(day, draft.Random.Between(3, 8));
        var first = Truth.Of(Difficulty.PaidTwice, claim, claim.Amount, "the first of two payments of one invoice");
        draft.Pay(() => Payments.Received(draft, claim.Customer, Calendar.BankDayOf(day), claim.Amount, first, $"FACTURE {claim.Number}"));
        draft.Pay(() => Payments.Received(
            draft, claim.Customer, again, claim.Amount,
            Truth.None(Difficulty.PaidTwice, $"second payment of {claim.Number}, which is paid already"), $"FACTURE {claim.Number}"));
    }

    /// <summary>The bank writes both alike, letter by letter: only their number tells that there are two.</summary>
    private static void Twins(MonthDraft draft, HouseAccount account)
    {
        var day = draft.SomeDay();
        var customer = draft.Customers.Next(c => SingleInvoices.IsBusiness(c) && c.PaysTo == account);
        var one = draft.Claims.PaidOn(customer, day);
        var other = draft.Claims.DueOn(customer, one.DueDate, one.Amount);
        draft.Pay(() => Payment(one, other));
        draft.Pay(() => Payment(other, one));

        BankLine Payment(Claim paid, Claim alternative)
        {
            var truth = Truth.Of(Difficulty.Twins, paid, paid.Amount, "one of two equal payments for two equal invoices") with
            {
                Alternatives = [alternative],
            };
            return Payments.Received(draft, customer, day, paid.Amount, truth, "VIREMENT MATERIEL")
                .With(detail => detail with { EndToEndId = null }) with { Operation = Operation.TransferReceived };
        }
    }

    private static void MonthlyContract(MonthDraft draft)
    {
        var customer = draft.Customers.Next(c => SingleInvoices.IsBusiness(c) && c.HasKnownAccount && c.TermDays == 30);
        var amount = draft.Amounts.WithTax(49, 240);
        var months = new[] { 7, 8, 9 }
            .Select(month => draft.Claims.DueOn(customer, new DateOnly(2026, month, 1).AddDays(customer.TermDays), amount)).ToArray();
        foreach (var (paid, day) in months.Take(2).Zip([Calendar.Day(4), Calendar.Day(22)]))
        {
            draft.Pay(() => Payments.Received(
                draft, customer, day, amount,
                Truth.Of(Difficulty.MonthlyContract, paid, amount, "equal monthly invoices; by law the oldest is paid first") with
                {
                    IsDecidable = false,
                    Alternatives = [.. months.Where(m => m != paid)],
                },
                "ABONNEMENT MAINTENANCE"));
        }
    }
}
