using System.Collections.Immutable;
using Reconciliation.Domain.Matching.Reading;

namespace Reconciliation.Domain.Matching.Weighing;

/// <summary>Finds the applied payments that money out undoes. Each is undone once.</summary>
internal sealed class Returns(MatchSettings settings)
{
    private readonly List<(Payment Payment, int Place, bool IsDeclared)> _entries = [];
    private readonly HashSet<string> _undone = new(StringComparer.Ordinal);

    /// <summary>Takes money out into account; entries are added in the order in which they have precedence.</summary>
    /// <param name="payment">The entry.</param>
    /// <param name="place">Where its decision goes.</param>
    /// <param name="isDeclared">The bank says that it is a return; otherwise only a reference makes it one, and a person decides.</param>
    public void Add(Payment payment, int place, bool isDeclared) => _entries.Add((payment, place, isDeclared));

    /// <summary>Decides all of them: first those that name their payment, so that the others cannot take it.</summary>
    public void Decide(MatchDecision?[] decisions)
    {
        foreach (var (payment, place, isDeclared) in _entries)
            decisions[place] = Decide(payment, isDeclared);
        foreach (var (payment, place, isDeclared) in _entries.Where(entry => decisions[entry.Place]?.Verdict != MatchVerdict.Auto))
            decisions[place] = Decide(payment, isDeclared);
    }

    private MatchDecision Decide(Payment payment, bool isDeclared)
    {
        var links = Links(payment, isDeclared);
        if (links.Count == 0)
            return isDeclared
                ? Verdict.None(payment, EvidenceKind.ReturnOfUnknown, ReturnLink.ReasonOf(payment))
                : Verdict.None(payment, EvidenceKind.MoneyOut, payment.Amount.ToString());
        var ofAll = links.Sum(link => Odds.Of(link.Points));
        var candidates = links.Take(settings.Policy.ReviewCandidates).Select(link => ToCandidate(link, payment, ofAll)).ToImmutableArray();
        var second = candidates.Length > 1 ? candidates[1].Confidence : 0;
        var isSure = candidates[0].Confidence >= settings.Policy.AutoConfidence && candidates[0].Confidence - second >= settings.Policy.AutoMargin;
        if (!isSure || !isDeclared)
            return new MatchDecision(payment, MatchVerdict.Review, candidates, Rival(links));
        _undone.Add(links[0].Applied.MatchId);
        return new MatchDecision(payment, MatchVerdict.Auto, [candidates[0]], []);
    }

    private List<ReturnLink> Links(Payment payment, bool isDeclared)
    {
        var entry = Clues.Of(payment);
        return
        [
            .. settings.History.AppliedOf(-payment.Amount)
                .Where(applied => applied.Payment.BookedOn <= payment.BookedOn && !_undone.Contains(applied.MatchId))
                .Select(applied => ReturnLink.Of(applied, entry)).Where(link => isDeclared || link.IsNamed)
                .OrderByDescending(link => link.Points).ThenByDescending(link => link.Applied.Payment.BookedOn)
                .ThenBy(link => link.Applied.MatchId, StringComparer.Ordinal),
        ];
    }

    private static Candidate ToCandidate(ReturnLink link, Payment payment, decimal ofAll) => new(
        new ReturnedPayment(link.Applied, payment.Detail.ReturnReason), Odds.Probability(Odds.Of(link.Points), ofAll),
        [.. link.Facts.Select(fact => fact.Evidence)]);

    private static ImmutableArray<Evidence> Rival(List<ReturnLink> links) =>
        links.Count > 1 && Verdict.IsRival(links[1].Points, links[0].Points)
            ? [Evidence.Of(EvidenceKind.AnotherFits, AmountSentences.Name(links[1].Applied.Payment))]
            : [];
}
