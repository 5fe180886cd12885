using System.Collections.Immutable;
using Reconciliation.Benchmarks.DemoMonth.Chance;
using Reconciliation.Benchmarks.DemoMonth.Claims;
using Reconciliation.Benchmarks.DemoMonth.People;
using Reconciliation.Domain.Receivables;

namespace Reconciliation.Benchmarks.DemoMonth.Scenarios;

/// <summary>Documents that no payment of the month touches: not due yet, or late by all ages.</summary>
internal static class LeftOpen
{
    /// <summary>Fills up to the number of documents that the mix asks for.</summary>
    public static ImmutableArray<Claim> Plan(MonthDraft draft)
    {
        var invoices = ImmutableArray.CreateBuilder<Claim>();
        for (var turn = 0; draft.Claims.Count(ReceivableType.Invoice) < draft.Mix.InvoiceCount; turn++)
            invoices.Add(Invoice(draft, turn));
        while (draft.Claims.Count(ReceivableType.CreditNote) < draft.Mix.CreditNoteCount)
            CreditNote(draft);
        return invoices.ToImmutable();
    }

    private static Claim Invoice(MonthDraft draft, int turn)
    {
        var customer = draft.Customers.Next(c => turn % 15 != 7 || c.Debtor.Kind == DebtorKind.Public);
        var daysLate = (turn % 10) switch
        {
            0 or 4 or 8 => -draft.Random.Between(1, customer.TermDays - 3),
            1 or 6 => draft.Random.Between(1, 30),
            2 or 7 => draft.Random.Between(31, 60),
            3 or 9 => draft.Random.Between(61, 90),
            _ => draft.Random.Between(91, 150),
        };
        var offersDiscount = daysLate < 0 && turn % 3 == 0 && SingleInvoices.IsBusiness(customer);
        return draft.Claims.DueOn(customer, Calendar.Today.AddDays(-daysLate), offersDiscount: offersDiscount);
    }

    private static void CreditNote(MonthDraft draft)
    {
        var customer = draft.Customers.Next(SingleInvoices.IsBusiness);
        draft.Claims.CreditNote(customer, Calendar.Today.AddDays(-draft.Random.Between(6, 70)), draft.Amounts.WithTax(20, 420));
    }
}
