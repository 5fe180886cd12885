namespace Reconciliation.Domain.Matching.Rules;

/// <summary>Compares explanations by what they post.</summary>
internal static class Explanations
{
    /// <summary>True where both settle, bring back or charge the same.</summary>
    public static bool AreSame(Explanation one, Explanation other) => TextOf(one) == TextOf(other);

    /// <summary>What an explanation posts, in an order of its own.</summary>
    public static string TextOf(Explanation explanation) => explanation.Match(
        settlement => "settles " + string.Join(' ', settlement.Shares.OrderBy(share => share.Account).Select(TextOf)),
        returned => "returns " + returned.Applied.MatchId,
        charge => "charge");

    private static string TextOf(AccountShare share)
    {
        var parts = share.Allocations.Select(part => ("pays", part)).Concat(share.Discounts.Select(part => ("discount", part)))
            .Concat(share.Charges.Select(part => ("charges", part))).Concat(share.WriteOffs.Select(part => ("write-off", part)))
            .Select(named => $"{named.Item1} {named.part.Receivable}#{named.part.Instalment} {named.part.Amount}").Order(StringComparer.Ordinal);
        return $"{share.Account}: {string.Join(", ", parts)} on account {share.OnAccount}";
    }
}
