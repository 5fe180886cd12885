using System.Collections.Immutable;
using Reconciliation.Benchmarks.DemoMonth.People;
using Reconciliation.Benchmarks.Matching.Data;

namespace Reconciliation.Benchmarks.Matching.Scenarios;

/// <summary>One invoice, its exact amount, and its number in some shape.</summary>
internal static class NumberGiven
{
    public static void StructuredReference(Scene scene)
    {
        var debtor = scene.Debtor();
        var claim = scene.Claims.WithReference(debtor);
        var reference = claim.Receivable.StructuredReference ?? "";
        var payment = scene.From(debtor, claim.Total);
        scene.Add(
            scene.Random.Chance(60)
                ? payment with { StructuredReference = reference }
                : payment with { Lines = [scene.Random.Chance(50) ? reference : reference.Replace(" ", "", StringComparison.Ordinal)] },
            claim.SettleAll());
    }

    public static void AsPrinted(Scene scene) => Whole(scene, (debtor, claim) => [scene.Phrases.Around(debtor, claim.Printed, claim)]);

    public static void Reshaped(Scene scene) => Whole(scene, (debtor, claim) => [scene.Random.Chance(50)
        ? scene.Numbers.Reshaped(claim.Number)
        : scene.Phrases.Around(debtor, scene.Numbers.Reshaped(claim.Number), claim)]);

    public static void DigitsOnly(Scene scene) => Whole(scene, (debtor, claim) => [scene.Random.Chance(40)
        ? claim.Number.AllDigits
        : scene.Phrases.Around(debtor, claim.Number.AllDigits, claim)]);

    public static void ZerosLost(Scene scene) => Whole(scene, (debtor, claim) => [scene.Phrases.Around(debtor, scene.Numbers.WithoutZeros(claim.Number), claim)]);

    public static void YearLost(Scene scene) => Whole(scene, (debtor, claim) => [scene.Phrases.Around(debtor, scene.Numbers.WithoutYear(claim.Number), claim)]);

    public static void Misspelt(Scene scene) => Whole(scene, (debtor, claim) => [scene.Phrases.Around(debtor, scene.Numbers.Misspelt(claim.Number), claim)]);

    public static void SplitOverLines(Scene scene) => Whole(scene, (debtor, claim) =>
    {
        var (before, after) = scene.Numbers.Split(claim.Number);
        return [scene.Phrases.Around(debtor, before), $"{after} {scene.Random.Pick(["MERCI", "", "EXEMPLIA", "danke", "thank you"])}".TrimEnd()];
    });

    public static void InEndToEndId(Scene scene)
    {
        var debtor = scene.Debtor();
        var claim = scene.Invoice(debtor);
        var payment = scene.From(debtor, claim.Total, scene.Phrases.Nothing(debtor.Language));
        scene.Add(payment with { EndToEndId = claim.Printed.Replace(" ", "", StringComparison.Ordinal) }, claim.SettleAll());
    }

    public static void InDocumentField(Scene scene)
    {
        var debtor = scene.Debtor();
        var claim = scene.Invoice(debtor);
        scene.Add(scene.From(debtor, claim.Total) with { House = InventedCreditor.Atlantide, Documents = [claim.Printed] }, claim.SettleAll());
    }

    private static void Whole(Scene scene, Func<PayingDebtor, Claim, ImmutableArray<string>> text)
    {
        var debtor = scene.Debtor();
        var claim = scene.Invoice(debtor);
        scene.Add(scene.From(debtor, claim.Total, text(debtor, claim)), claim.SettleAll());
    }
}
