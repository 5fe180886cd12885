using Reconciliation.Benchmarks.DemoMonth.People;
using Reconciliation.Benchmarks.Matching.Data;

namespace Reconciliation.Benchmarks.Matching.Scenarios;

/// <summary>The text names no invoice: who pays and how much is all there is.</summary>
internal static class NoNumber
{
    public static void CustomerNumber(Scene scene)
    {
        var debtor = scene.Debtor(d => d.ContractCents is null);
        var claim = scene.Claims.Invoice(debtor);
        var payment = scene.From(debtor, claim.Total, scene.Phrases.Customer(debtor)) with { PayerAccount = null };
        scene.Add(scene.Random.Chance(50) ? payment with { PayerName = null } : payment, claim.SettleAll());
    }

    public static void OrderNumber(Scene scene)
    {
        var debtor = scene.Debtor(d => !d.IsPerson);
        var claim = scene.Claims.WithOrder(debtor);
        scene.Add(scene.From(debtor, claim.Total, scene.Phrases.Order(debtor.Language, claim.Receivable.OrderNumber ?? "")), claim.SettleAll());
    }

    public static void KnownAccount(Scene scene)
    {
        var debtor = scene.Debtor(d => d.ContractCents is null && !d.Debtor.Ibans.IsEmpty);
        var claim = scene.Claims.Invoice(debtor);
        var payment = scene.From(debtor, claim.Total, scene.Phrases.Nothing(debtor.Language));
        scene.Add(payment with { PayerAccount = debtor.Account, House = WithAccounts(payment.House) }, claim.SettleAll());
    }

    public static void NameOnly(Scene scene)
    {
        var debtor = scene.Debtor(d => d.ContractCents is null && d.Debtor.Ibans.IsEmpty);
        var claim = scene.Claims.Invoice(debtor);
        var payment = scene.From(debtor, claim.Total, scene.Phrases.Nothing(debtor.Language));
        scene.Add(payment with { PayerName = scene.Names.Changed(debtor) }, claim.SettleAll());
    }

    /// <summary>Only one set of what the debtor owes comes to the amount.</summary>
    public static void ExactSum(Scene scene)
    {
        var debtor = scene.Debtor(d => d.ContractCents is null && d.Claims.Count < 7);
        while (debtor.OpenInvoices.Count() < 3)
            scene.Claims.Invoice(debtor);
        var open = debtor.OpenInvoices.ToList();
        var chosen = scene.Random.Shuffle(open).Take(scene.Random.Between(2, Math.Min(4, open.Count))).ToList();
        if (SubsetCount(open, chosen.Sum(c => c.Open)) > 1)
            return;
        var payment = scene.From(debtor, chosen.Sum(c => c.Open), scene.Phrases.Nothing(debtor.Language));
        scene.Add(Recognisable(scene, debtor, payment), [.. chosen.SelectMany(c => c.SettleAll())]);
        debtor.IsComplete = true;
    }

    /// <summary>One of several equal rents: the oldest is meant.</summary>
    public static void OldestOfEqual(Scene scene)
    {
        var debtor = scene.Debtor(d => d.ContractCents is not null && d.Claims.All(c => c.Terms.IsEmpty));
        while (debtor.OpenInvoices.Count(c => c.Open == debtor.ContractCents) < 2)
            scene.Claims.OfContract(debtor);
        var oldest = debtor.OpenInvoices.Where(c => c.Open == debtor.ContractCents).OrderBy(c => c.Receivable.DueDate).ThenBy(c => c.Printed, StringComparer.Ordinal).First();
        var payment = scene.From(debtor, oldest.Open, scene.Random.Pick(["LOYER", "ABONNEMENT", "rent", "Miete", "VIREMENT PERMANENT"]));
        scene.Add(Recognisable(scene, debtor, payment), oldest.SettleAll());
        debtor.IsComplete = true;
    }

    /// <summary>A round sum on account: it goes to the oldest debts.</summary>
    public static void RoundOnAccount(Scene scene)
    {
        var debtor = scene.Debtor(d => d.ContractCents is null && d.Claims.All(c => c.Terms.IsEmpty));
        while (debtor.OpenInvoices.Count() < 2)
            scene.Claims.Invoice(debtor);
        var open = debtor.OpenInvoices.OrderBy(c => c.Receivable.DueDate).ThenBy(c => c.Printed, StringComparer.Ordinal).ToList();
        var unit = open.Sum(c => c.Open) > 200_000 ? 50_000 : 5_000;
        var cents = open.Sum(c => c.Open) * scene.Random.Between(20, 80) / 100 / unit * unit;
        if (cents == 0 || SubsetCount(open, cents) > 0)
            return;
        var left = cents;
        var settled = new List<Part>();
        foreach (var claim in open.TakeWhile(_ => left > 0))
        {
            var share = Math.Min(left, claim.Open);
            left -= share;
            settled.Add(claim.Settle(0, share));
        }

        var payment = scene.From(debtor, cents, scene.Random.Pick(["ACOMPTE", "VERSEMENT", "a valoir sur compte", "payment on account", "Anzahlung"]));
        scene.Add(Recognisable(scene, debtor, payment), settled);
        debtor.IsComplete = true;
    }

    /// <summary>The bank tells who pays: by an account that is known, or by the full name.</summary>
    private static LabelledPayment Recognisable(Scene scene, PayingDebtor debtor, LabelledPayment payment) =>
        debtor.Debtor.Ibans.IsEmpty
            ? payment with { PayerName = debtor.Debtor.Name }
            : payment with { PayerAccount = debtor.Account, House = WithAccounts(payment.House) };

    private static HouseAccount WithAccounts(HouseAccount house) => house == InventedCreditor.Ceres ? InventedCreditor.Atlantide : house;

    private static int SubsetCount(List<Claim> open, long sum)
    {
        var count = 0;
        for (var set = 1L; set < 1L << open.Count; set++)
            count += open.Where((_, i) => (set >> i & 1) != 0).Sum(c => c.Open) == sum ? 1 : 0;
        return count;
    }
}
