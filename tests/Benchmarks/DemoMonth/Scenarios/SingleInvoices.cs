using Reconciliation.Benchmarks.DemoMonth.Banks;
using Reconciliation.Benchmarks.DemoMonth.Claims;
using Reconciliation.Benchmarks.DemoMonth.People;
using Reconciliation.Domain.Receivables;
using static System.FormattableString;
using static Reconciliation.Benchmarks.DemoMonth.Claims.Difficulty;

namespace Reconciliation.Benchmarks.DemoMonth.Scenarios;

/// <summary>One payment for one invoice in full; what differs is what the payment shows.</summary>
internal static class SingleInvoices
{
    private delegate BankLine Worder(MonthDraft draft, Claim claim, BankLine plain, int turn);

    public static void Plan(MonthDraft draft)
    {
        Tell(draft, NumberGiven, Anyone, WithNumber);
        Tell(draft, NumberReshaped, Anyone, (d, claim, line, _) => line.Saying(d.Wording.Reshaped(claim)));
        Tell(draft, NumberSplit, Anyone, (d, claim, line, _) => line.Saying(d.Wording.Split(claim)));
        Tell(draft, NumberMisspelt, Anyone, (d, claim, line, turn) => line.Saying(d.Wording.Misspelt(claim, hitsAnother: turn < 2)));
        Tell(draft, Difficulty.StructuredReference, Anyone, WithStructuredReference, claim => claim.HasStructuredReference = true);
        Tell(draft, Difficulty.OrderNumber, IsBusiness, (_, claim, line, _) => line.Saying($"COMMANDE {claim.OrderNumber}"), GiveOrder);
        Tell(draft, Difficulty.CustomerNumber, Anyone, WithCustomerNumber);
        Tell(draft, KnownAccountOnly, c => Anyone(c) && c.HasKnownAccount && c.PaysTo != InventedCreditor.Ceres, WithNothing);
        Tell(draft, NameOnly, c => Anyone(c) && !c.HasKnownAccount, WithNothing);
        Tell(draft, PublicMandate, c => c.Debtor.Kind == DebtorKind.Public, WithMandate);

        void GiveOrder(Claim claim) => claim.OrderNumber ??= Invariant($"BC-{draft.Random.Between(41000, 69999)}");
    }

    /// <summary>Debtors in France other than public bodies.</summary>
    public static bool Anyone(Customer customer) => !customer.IsForeign && customer.Debtor.Kind != DebtorKind.Public;

    /// <summary>Firms in France.</summary>
    public static bool IsBusiness(Customer customer) => !customer.IsForeign && customer.Debtor.Kind == DebtorKind.Business;

    /// <summary>The same line with another text.</summary>
    public static BankLine Saying(this BankLine line, params string[] text) => line.With(detail => detail with { Text = [.. text] });

    private static void Tell(MonthDraft draft, Difficulty difficulty, Func<Customer, bool> fits, Worder worder, Action<Claim>? prepare = null) =>
        draft.Repeat(difficulty, turn =>
        {
            var day = draft.SomeDay();
            var claim = draft.Claims.PaidOn(draft.Customers.Next(fits), day);
            prepare?.Invoke(claim);
            draft.Pay(() =>
            {
                var truth = Truth.Of(difficulty, claim, claim.Amount, difficulty.Meaning());
                return worder(draft, claim, Payments.Received(draft, claim.Customer, day, claim.Amount, truth), turn);
            });
        });

    private static BankLine WithNumber(MonthDraft draft, Claim claim, BankLine line, int turn) => turn % 8 == 7
        ? line.With(detail => detail with { EndToEndId = claim.Number, Text = [draft.Wording.Nothing()] })
        : line.Saying(draft.Wording.Number(claim));

    private static BankLine WithNothing(MonthDraft draft, Claim claim, BankLine line, int turn) => line.Saying(draft.Wording.Nothing());

    private static BankLine WithCustomerNumber(MonthDraft draft, Claim claim, BankLine line, int turn) =>
        line.Saying($"CLIENT {claim.Customer.Debtor.CustomerNumber}");

    private static BankLine WithStructuredReference(MonthDraft draft, Claim claim, BankLine line, int turn)
    {
        var reference = claim.StructuredReference.GetValueOrDefault();
        return turn % 3 == 2 || line.Account == InventedCreditor.Boreal
            ? line.Saying(draft.Wording.StructuredReference(reference))
            : line.With(detail => detail with { StructuredReference = reference });
    }

    private static BankLine WithMandate(MonthDraft draft, Claim claim, BankLine line, int turn) => line.Saying(
        $"MANDAT {draft.Random.Between(1000, 3999)} BORD {draft.Random.Between(80, 240)}", $"{claim.Number} EXEMPLIA FOURNITURES");
}
