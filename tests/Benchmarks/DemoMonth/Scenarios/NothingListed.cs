using Reconciliation.Benchmarks.DemoMonth.Chance;
using Reconciliation.Benchmarks.DemoMonth.Claims;
using Reconciliation.Benchmarks.DemoMonth.People;
using Reconciliation.Domain;
using static System.FormattableString;

namespace Reconciliation.Benchmarks.DemoMonth.Scenarios;

/// <summary>Customers' money that settles no receivable of the list.</summary>
internal static class NothingListed
{
    private static readonly Money MostOfWebOrder = Amounts.Euro(90_000);

    public static void Plan(MonthDraft draft)
    {
        draft.Repeat(Difficulty.SettledLongAgo, _ => SettledLongAgo(draft));
        draft.Repeat(Difficulty.Deposit, _ => Deposit(draft));
        draft.Repeat(Difficulty.WebOrder, _ => WebOrder(draft));
    }

    /// <summary>Payments of strangers that resemble open invoices.</summary>
    public static void PlanLookAlikes(MonthDraft draft, IEnumerable<Claim> open)
    {
        var small = draft.Random.Shuffle(open.Where(c => c.Amount <= MostOfWebOrder));
        draft.Repeat(Difficulty.LookAlike, turn => LookAlike(draft, small[turn % small.Length], turn));
    }

    private static void LookAlike(MonthDraft draft, Claim claim, int turn)
    {
        var sameAmount = turn % 2 == 0;
        var amount = sameAmount ? claim.Amount : draft.Amounts.Any(20, 380);
        var (account, day, name) = (SomeAccount(draft), draft.SomeDay(), Stranger(draft));
        draft.Pay(() =>
        {
            var (why, text) = sameAmount
                ? ($"a stranger pays the amount of {claim.Number} by chance", Order(draft))
                : ($"an order number with the digits of {claim.Number}", $"RESERVATION 2026 {claim.Number[^4..]}");
            return Payments.FromStranger(draft, account, day, amount, Truth.None(Difficulty.LookAlike, why), name, text);
        });
    }

    private static void SettledLongAgo(MonthDraft draft)
    {
        var customer = draft.Customers.All[draft.Random.Below(draft.Customers.All.Length)];
        var number = Invariant($"FA2026-{draft.Random.Between(60, 205):0000}");
        var (day, amount) = (draft.SomeDay(), draft.Amounts.WithTax(60, 900));
        draft.Pay(() => Payments.Received(
            draft, customer, day, amount, Truth.None(Difficulty.SettledLongAgo, $"{number} is not open any more"), $"FACTURE {number}"));
    }

    private static void Deposit(MonthDraft draft)
    {
        var customer = draft.Random.Pick([.. draft.Customers.All.Where(SingleInvoices.IsBusiness)]);
        var (day, amount) = (draft.SomeDay(), draft.Amounts.Any(150, 2400));
        var text = Invariant($"ACOMPTE {draft.Random.Pick([20, 30, 40])}% DEVIS DV26-{draft.Random.Between(110, 480)}");
        draft.Pay(() => Payments.Received(
            draft, customer, day, amount, Truth.None(Difficulty.Deposit, "a deposit on an offer that is not invoiced yet"), text));
    }

    private static void WebOrder(MonthDraft draft)
    {
        var (account, day, amount) = (SomeAccount(draft), draft.SomeDay(), draft.Amounts.WithTax(9, 340));
        var (name, text) = (Stranger(draft), Order(draft));
        draft.Pay(() => Payments.FromStranger(draft, account, day, amount, Truth.None(Difficulty.WebOrder, "an order paid in advance"), name, text));
    }

    private static string Stranger(MonthDraft draft) =>
        (draft.Random.Chance(75) ? $"{draft.Words.FirstName()} {draft.Words.Surname()}" : draft.Firms.Business()).ToUpperInvariant();

    private static string Order(MonthDraft draft)
    {
        var word = draft.Random.Pick(["COMMANDE WEB", "CDE WEB", "WEB", "Commande"]);
        return Invariant($"{word} {draft.Random.Between(830000, 839999)}");
    }

    private static HouseAccount SomeAccount(MonthDraft draft) => draft.Random.Below(100) switch
    {
        < 45 => InventedCreditor.Atlantide,
        < 72 => InventedCreditor.Boreal,
        _ => InventedCreditor.Ceres,
    };
}
