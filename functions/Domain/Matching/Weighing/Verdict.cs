using System.Collections.Immutable;

namespace Reconciliation.Domain.Matching.Weighing;

/// <summary>Ranks what a payment may be and decides whether the machine acts or a person.</summary>
internal static class Verdict
{
    // A rival within a power of ten is as good as the best.
    private const int Close = 10;

    /// <summary>The decision on incoming money, with the proposal that it applies; null where a person decides.</summary>
    public static (MatchDecision Decision, Proposal? Applied) Of(Payment payment, IEnumerable<Proposal> proposals, MatchingPolicy policy)
    {
        var ranked = proposals.OrderByDescending(p => p.Points).ThenBy(p => p.TieBreak, StringComparer.Ordinal).ToList();
        var ofAll = ranked.Sum(proposal => Odds.Of(proposal.Points));
        var shown = ranked.Where(p => Odds.Probability(Odds.Of(p.Points), Odds.Of(p.Points)) >= policy.ReviewConfidence)
            .Take(policy.ReviewCandidates).ToList();
        if (shown.Count == 0)
            return (None(payment, EvidenceKind.NothingFits), null);
        var candidates = shown.Select(proposal => ToCandidate(proposal, ofAll)).ToImmutableArray();
        if (IsSure(ranked, candidates, policy))
            return (new MatchDecision(payment, MatchVerdict.Auto, [candidates[0]], []), ranked[0]);
        return (new MatchDecision(payment, MatchVerdict.Review, candidates, Reasons(ranked)), null);
    }

    /// <summary>The decision that nothing explains a payment.</summary>
    public static MatchDecision None(Payment payment, EvidenceKind reason, params ReadOnlySpan<string> values) =>
        new(payment, MatchVerdict.None, [], [Evidence.Of(reason, values)]);

    /// <summary>Whether the second fits about as well as the best.</summary>
    public static bool IsRival(int second, int best) => second >= best - Close;

    private static bool IsSure(List<Proposal> ranked, ImmutableArray<Candidate> candidates, MatchingPolicy policy)
    {
        var second = candidates.Length > 1 ? candidates[1].Confidence : 0;
        return candidates[0].Confidence >= policy.AutoConfidence && candidates[0].Confidence - second >= policy.AutoMargin
            && !ranked[0].IsForPerson && ranked[0].Fit != AmountFit.SomeSum;
    }

    private static Candidate ToCandidate(Proposal proposal, decimal ofAll) => new(
        proposal.ToSettlement(), Odds.Probability(Odds.Of(proposal.Points), ofAll), [.. proposal.Facts.Select(fact => fact.Evidence)]);

    /// <summary>What the candidates do not say: rivals, and that it was paid before.</summary>
    private static ImmutableArray<Evidence> Reasons(List<Proposal> ranked)
    {
        var reasons = new List<Evidence>();
        if (ranked.Count > 1 && IsRival(ranked[1].Points, ranked[0].Points))
        {
            var rival = ranked[0].Fit == AmountFit.SomeSum ? EvidenceKind.AnotherSetFits : EvidenceKind.AnotherFits;
            reasons.Add(Evidence.Of(rival, ranked[1].Name));
        }

        reasons.AddRange(ranked[0].Facts.Select(fact => fact.Evidence).Where(evidence => evidence.Kind == EvidenceKind.AlreadyPaid));
        return [.. reasons];
    }
}
