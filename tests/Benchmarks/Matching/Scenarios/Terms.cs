using Reconciliation.Benchmarks.Matching.Data;

namespace Reconciliation.Benchmarks.Matching.Scenarios;

/// <summary>Invoices to be paid in terms of one amount, which share the number: the oldest open term is meant.</summary>
internal static class Terms
{
    public static void OneTerm(Scene scene)
    {
        var (debtor, claim) = Some(scene);
        var first = FirstOpen(claim);
        scene.Add(scene.From(debtor, claim.OpenOf(first), Text(scene, debtor, claim)), [claim.Settle(first, claim.OpenOf(first))]);
    }

    public static void SeveralTerms(Scene scene)
    {
        var (debtor, claim) = Some(scene);
        var first = FirstOpen(claim);
        var last = Math.Min(first + scene.Random.Between(1, 2), claim.PartCount - 1);
        Part[] settled = [.. Enumerable.Range(first, last - first + 1).Select(part => claim.Settle(part, claim.OpenOf(part)))];
        scene.Add(scene.From(debtor, settled.Sum(part => part.MinorUnits), Text(scene, debtor, claim)), settled);
    }

    public static void PartOfTerm(Scene scene)
    {
        var (debtor, claim) = Some(scene);
        var first = FirstOpen(claim);
        var cents = Math.Max(1, claim.OpenOf(first) * scene.Random.Between(25, 75) / 100);
        scene.Add(scene.From(debtor, cents, Text(scene, debtor, claim)), [claim.Settle(first, cents)]);
    }

    private static (PayingDebtor Debtor, Claim Claim) Some(Scene scene)
    {
        var debtor = scene.Debtor(d => d.ContractCents is null);
        var open = debtor.OpenInvoices.FirstOrDefault(claim => !claim.Terms.IsEmpty && IsInWholeTerms(claim));
        return (debtor, open ?? scene.Claims.InTerms(debtor, scene.Random.Between(3, 6)));
    }

    private static bool IsInWholeTerms(Claim claim) =>
        Enumerable.Range(0, claim.PartCount).All(i => claim.OpenOf(i) == 0 || claim.OpenOf(i) == claim.Terms[i].Amount.MinorUnits);

    private static int FirstOpen(Claim claim) => Enumerable.Range(0, claim.PartCount).First(part => claim.OpenOf(part) != 0);

    private static string Text(Scene scene, PayingDebtor debtor, Claim claim) =>
        scene.Phrases.Around(debtor, scene.Random.Chance(40) ? $"{claim.Printed} {scene.Random.Pick(["ECHEANCE", "MENSUALITE", "Rate", "instalment"])}" : claim.Printed);
}
