using Reconciliation.Domain.Ledger;

namespace Reconciliation.Domain.Matching.Rules;

/// <summary>Says in words what rules would change.</summary>
public static class TrialSentences
{
    /// <summary>How an entry stands.</summary>
    /// <param name="today">How it stands.</param>
    /// <param name="language">ISO 639 two-letter code: <c>fr</c> for French; anything else gives English.</param>
    public static string Say(StandingEntry today, string language)
    {
        var french = language == "fr";
        if (today.Explanation is not { } explanation)
            return today.IsInReview ? (french ? "à examiner" : "in review") : (french ? "sans explication" : "unexplained");
        var by = today.By is { } decider ? (french ? $", décidé par {decider.Name}" : $", decided by {decider.Name}") : "";
        return Say(explanation, language) + by;
    }

    /// <summary>What would be decided of an entry, by which rule, or why by nobody.</summary>
    /// <param name="tried">What would be decided.</param>
    /// <param name="language">ISO 639 two-letter code: <c>fr</c> for French; anything else gives English.</param>
    public static string SayTried(MatchDecision tried, string language)
    {
        var french = language == "fr";
        var what = tried.Verdict switch
        {
            MatchVerdict.Auto => Say(tried.Candidates[0].Explanation, language),
            MatchVerdict.Review => french ? "à examiner" : "in review",
            MatchVerdict.None => french ? "sans explication" : "unexplained",
        };
        var reasons = tried.Verdict == MatchVerdict.Auto ? tried.Candidates[0].Evidence : tried.Evidence;
        return $"{what}: {string.Join("; ", reasons.Select(reason => EvidenceText.Say(reason, language)))}";
    }

    /// <summary>What an entry is taken for, in a few words.</summary>
    private static string Say(Explanation explanation, string language) => explanation.Match(
        settlement => string.Join(", ", settlement.Shares.SelectMany(share => Parts(share, language))),
        returned => language == "fr" ? "un paiement revenu" : "a payment returned",
        charge => language == "fr" ? "des frais bancaires" : "a bank charge");

    private static IEnumerable<string> Parts(AccountShare share, string language)
    {
        foreach (var allocation in share.Allocations)
            yield return $"{allocation.Receivable} {allocation.Amount}";
        if (share.OnAccount.IsPositive)
            yield return language == "fr" ? $"{share.OnAccount} d'acompte de {share.Account.Debtor}" : $"{share.OnAccount} on account of {share.Account.Debtor}";
    }
}
