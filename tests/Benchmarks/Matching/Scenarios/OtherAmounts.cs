using System.Collections.Immutable;
using Reconciliation.Benchmarks.DemoMonth.Banks;
using Reconciliation.Benchmarks.DemoMonth.People;
using Reconciliation.Benchmarks.Matching.Data;
using Reconciliation.Benchmarks.Matching.Texts;

namespace Reconciliation.Benchmarks.Matching.Scenarios;

/// <summary>The number is named, but the amount is not that of the invoice.</summary>
internal static class OtherAmounts
{
    public static void ChargesStated(Scene scene) => Charged(scene, isStated: true);

    public static void ChargesSilent(Scene scene) => Charged(scene, isStated: false);

    public static void DiscountInTime(Scene scene)
    {
        var debtor = scene.Debtor();
        var claim = scene.Claims.WithDiscount(debtor, scene.Random.Pick([1, 2, 2, 3]), Scene.Later(debtor.LastPaid, 6 + scene.Random.Below(10)));
        var cents = claim.Total - Discount(claim);
        scene.Add(scene.From(debtor, cents, Text(scene, debtor, claim, "ESCOMPTE DEDUIT")), claim.SettleWith(cents, closes: true));
    }

    public static void DiscountTooLate(Scene scene)
    {
        var debtor = scene.Debtor();
        var claim = scene.Claims.WithDiscount(debtor, scene.Random.Pick([1, 2, 2, 3]), debtor.LastPaid.AddDays(-1 - scene.Random.Below(20)));
        var cents = claim.Total - Discount(claim);
        scene.Add(scene.From(debtor, cents, Text(scene, debtor, claim, "ESCOMPTE DEDUIT")), claim.SettleWith(cents));
    }

    public static void Overpaid(Scene scene)
    {
        var debtor = scene.Debtor();
        var claim = scene.Invoice(debtor);
        var extra = scene.Random.Pick([100L, 900, 1000, 2_500, 10_000, 1 + scene.Random.Below(6_000)]);
        scene.Add(scene.From(debtor, claim.Total + extra, Text(scene, debtor, claim, "")), claim.SettleAll());
    }

    public static void PartOfNamed(Scene scene)
    {
        var debtor = scene.Debtor();
        var claim = scene.Invoice(debtor);
        var cents = Math.Max(1, claim.Total * scene.Random.Between(20, 80) / 100);
        cents = cents > 20_000 && scene.Random.Chance(50) ? cents / 10_000 * 10_000 : cents;
        scene.Add(scene.From(debtor, cents, Text(scene, debtor, claim, "ACOMPTE")), claim.SettleWith(cents));
    }

    /// <summary>Principal, late interest and the indemnity of 40 euros.</summary>
    public static void WithIndemnity(Scene scene)
    {
        var debtor = scene.Debtor(d => !d.IsPerson);
        var claim = scene.Invoice(debtor);
        var interest = 1 + Prices.Share(claim.Total, scene.Random.Between(20, 300));
        scene.Add(scene.From(debtor, claim.Total + interest + 4_000, Text(scene, debtor, claim, "INTERETS ET INDEMNITE 40 EUR")), claim.SettleAll());
    }

    public static void CreditNoteNamed(Scene scene) => Netted(scene, isNamed: true);

    public static void CreditNoteSilent(Scene scene) => Netted(scene, isNamed: false);

    private static void Netted(Scene scene, bool isNamed)
    {
        var debtor = scene.Debtor(d => d.ContractCents is null && (isNamed || d.Claims.All(c => c.IsInvoice)));
        var claim = scene.Claims.Invoice(debtor);
        var note = scene.Claims.CreditNote(debtor, Math.Max(1, claim.Total * scene.Random.Between(5, 60) / 100));
        var text = isNamed ? $"{claim.Printed} {scene.Random.Pick(["AVOIR", "- AVOIR", "moins avoir", "less CN", "Gutschrift"])} {note.Printed}" : claim.Printed;
        var payment = scene.From(debtor, claim.Open + note.Open, scene.Phrases.Around(debtor, text));
        scene.Add(payment, [.. claim.SettleAll(), .. note.SettleAll()]);
    }

    private static void Charged(Scene scene, bool isStated)
    {
        var debtor = scene.Debtor(d => d.Debtor.Country is "GB" or "IE");
        var claim = scene.Invoice(debtor);
        long charges = scene.Random.Pick([500, 800, 1000, 1200, 1500, 1850, 2000, 2500]);
        if (claim.Total <= charges * 2)
            return;
        var payment = scene.From(debtor, claim.Total - charges, scene.Phrases.Around(debtor, claim.Printed)) with
        {
            Operation = Operation.ForeignReceived, House = InventedCreditor.Atlantide, Charges = isStated ? charges : null,
        };
        scene.Add(payment, claim.SettleWith(payment.Cents));
    }

    private static long Discount(Claim claim) => claim.Receivable.Discount?.Amount.MinorUnits ?? 0;

    private static ImmutableArray<string> Text(Scene scene, PayingDebtor debtor, Claim claim, string remark) =>
        [$"{scene.Phrases.Around(debtor, claim.Printed)} {(scene.Random.Chance(40) ? remark : "")}".TrimEnd()];
}
