using Reconciliation.Benchmarks.DemoMonth.Banks;
using Reconciliation.Benchmarks.DemoMonth.Chance;
using Reconciliation.Benchmarks.DemoMonth.Claims;
using Reconciliation.Benchmarks.DemoMonth.People;
using Reconciliation.Domain;

namespace Reconciliation.Benchmarks.DemoMonth.Scenarios;

/// <summary>Payments whose payer is not, or not clearly, the debtor.</summary>
internal static class OtherPayers
{
    public static void Plan(MonthDraft draft)
    {
        draft.Repeat(Difficulty.Homonyms, turn => Homonyms(draft, turn));
        draft.Repeat(Difficulty.ThirdParty, turn => ThirdParty(draft, turn));
        draft.Repeat(Difficulty.AccountOfAnother, _ => AccountOfAnother(draft));
    }

    private static void Homonyms(MonthDraft draft, int turn)
    {
        var day = draft.SomeDay();
        var (first, second) = turn % 2 == 0 ? ("Camille", "Céline") : ("Paul", "Pascal");
        var pair = draft.Customers.Homonyms(draft.Words.Surname(), first, second, turn % 2 == 0 ? InventedCreditor.Boreal : InventedCreditor.Ceres);
        var paid = draft.Claims.PaidOn(pair.First, day);
        var alike = draft.Claims.DueOn(pair.Second, paid.DueDate, paid.Amount);
        var truth = Truth.Of(Difficulty.Homonyms, paid, paid.Amount, "two debtors of one name and initial owe the same amount") with
        {
            IsDecidable = false, Alternatives = [alike],
        };
        draft.Pay(() => Payments.Received(draft, pair.First, day, paid.Amount, truth, "FACTURE"));
    }

    private static void ThirdParty(MonthDraft draft, int turn)
    {
        var day = draft.SomeDay();
        var claim = draft.Claims.PaidOn(draft.Customers.Next(c => turn % 2 == 0 ? SingleInvoices.IsBusiness(c) : c.IsConsumer), day);
        var name = claim.Customer.IsConsumer ? $"{draft.Words.FirstName()} {draft.Words.Surname()}" : draft.Firms.Holding();
        var (iban, bic) = draft.Ibans.In("FR");
        var truth = Truth.Of(Difficulty.ThirdParty, claim, claim.Amount, "somebody else pays for the debtor");
        draft.Pay(() => Payments.Received(draft, claim.Customer, day, claim.Amount, truth).With(detail => detail with
        {
            Name = name.ToUpperInvariant(),
            Account = iban,
            Bic = bic,
            UltimateName = turn % 3 == 0 ? claim.Customer.Debtor.Name : null,
            Text = turn % 3 == 0 ? ["POUR COMPTE " + claim.Customer.Debtor.Name] : [draft.Wording.Number(claim)],
        }));
    }

    private static void AccountOfAnother(MonthDraft draft)
    {
        var day = draft.SomeDay();
        var payer = draft.Customers.Next(c => SingleInvoices.IsBusiness(c) && c.HasKnownAccount && c.PaysTo == InventedCreditor.Atlantide);
        draft.Customers.Count(payer);
        var claim = draft.Claims.PaidOn(draft.Customers.Next(c => SingleInvoices.IsBusiness(c) && c != payer), day);
        var truth = Truth.Of(Difficulty.AccountOfAnother, claim, claim.Amount, $"paid by {payer.Debtor.Id}, a sister company");
        draft.Pay(() => Payments.Received(draft, payer, day, claim.Amount, truth, draft.Wording.Number(claim)));
    }
}
