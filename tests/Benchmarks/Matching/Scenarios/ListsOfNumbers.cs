using Reconciliation.Benchmarks.DemoMonth.Output;
using Reconciliation.Benchmarks.Matching.Data;

namespace Reconciliation.Benchmarks.Matching.Scenarios;

/// <summary>Several invoices of a debtor, and their exact sum.</summary>
internal static class ListsOfNumbers
{
    private const int MostText = 140;

    public static void InFull(Scene scene)
    {
        var debtor = scene.Debtor();
        var claims = Several(scene, debtor, scene.Random.Between(2, 4));
        Pay(scene, debtor, claims, scene.Phrases.AroundSeveral(debtor, scene.Lists.InFull(claims.Select(c => c.Number))));
    }

    public static void Abbreviated(Scene scene)
    {
        var debtor = scene.Debtor();
        var step = scene.Random.Chance(60) ? 1 : scene.Random.Between(2, 5);
        var claims = scene.Claims.Run(debtor, scene.Random.Between(2, 5), step);
        Pay(scene, debtor, claims, scene.Phrases.AroundSeveral(debtor, scene.Lists.Abbreviated([.. claims.Select(c => c.Number)], step == 1)));
    }

    public static void Glued(Scene scene)
    {
        var debtor = scene.Debtor();
        var claims = Several(scene, debtor, scene.Random.Between(2, 4));
        Pay(scene, debtor, claims, scene.Phrases.AroundSeveral(debtor, scene.Lists.Glued(claims.Select(c => c.Number))));
    }

    /// <summary>The bank kept the first so many characters, in which one number at least is whole.</summary>
    public static void Truncated(Scene scene)
    {
        var debtor = scene.Debtor();
        var length = scene.Random.Pick([31, 35, 54, 70]);
        var claims = Several(scene, debtor, 3);
        var text = Text();
        while (text.Length <= length)
        {
            claims.Add(scene.Claims.Invoice(debtor));
            text = Text();
        }

        Pay(scene, debtor, claims, text[..length].TrimEnd());

        string Text() => "FACT " + string.Join(' ', claims.Select(c => c.Number));
    }

    private static List<Claim> Several(Scene scene, PayingDebtor debtor, int count)
    {
        var claims = scene.Random.Shuffle(debtor.OpenInvoices.Where(c => c.IsUntouched && c.Terms.IsEmpty)).Take(scene.Random.Below(count + 1)).ToList();
        while (claims.Count < count)
            claims.Add(scene.Invoice(debtor));
        return claims;
    }

    private static void Pay(Scene scene, PayingDebtor debtor, IReadOnlyList<Claim> claims, string text) =>
        scene.Add(scene.From(debtor, claims.Sum(c => c.Open), BankText.Cut(text, MostText)), [.. claims.SelectMany(c => c.SettleAll())]);
}
