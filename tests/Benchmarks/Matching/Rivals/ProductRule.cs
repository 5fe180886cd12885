using System.Collections.Immutable;
using Reconciliation.Benchmarks.Matching.Data;
using Reconciliation.Benchmarks.Matching.Scores;
using Reconciliation.Domain.Ledger;
using Reconciliation.Domain.Matching;

namespace Reconciliation.Benchmarks.Matching.Rivals;

/// <summary>
/// The matcher of the product, used as <c>reconcile match</c> uses it: money in first, because what comes back may have
/// come in with the same files.
/// </summary>
internal sealed class ProductRule : IMatchingRule
{
    public string Name => "this matcher";

    public IReadOnlyList<Answer> Decide(MatchingCase data)
    {
        var open = OpenItems.Of(data.Items);
        var known = PaymentHistory.Of(data.Payers, []);
        var credits = Matcher.Match([.. data.Payments.Where(p => !p.Amount.IsNegative)], open, known, MatchingPolicy.Default);
        var applied = credits.Where(d => d.Verdict == MatchVerdict.Auto)
            .Select(d => d.Candidates[0].Explanation is Settlement settlement ? new AppliedPayment(d.Payment, d.Payment.Id, settlement.Shares) : null)
            .OfType<AppliedPayment>();
        var history = PaymentHistory.Of(data.Payers, applied);
        var debits = Matcher.Match([.. data.Payments.Where(p => p.Amount.IsNegative)], open, history, MatchingPolicy.Default);
        var decided = credits.Concat(debits).ToDictionary(d => d.Payment.Id);
        return [.. data.Payments.Select(payment => AnswerOf(decided[payment.Id]))];
    }

    private static Answer AnswerOf(MatchDecision decision) => new(
        decision.Verdict,
        [.. decision.Candidates.Select((candidate, i) => new Proposed(
            PartsOf(candidate.Explanation), candidate.Confidence, Facts(i == 0 ? candidate.Evidence.Concat(decision.Evidence).Distinct() : candidate.Evidence)))]);

    private static ImmutableArray<Part> PartsOf(Explanation explanation) => explanation.Match<ImmutableArray<Part>>(
        settlement => [.. settlement.Shares.SelectMany(share => share.Allocations).Select(allocation => PartOf(allocation, 1))],
        returned => [.. returned.Applied.Shares.SelectMany(share => share.Allocations).Select(allocation => PartOf(allocation, -1))],
        charge => []);

    private static Part PartOf(Allocation allocation, int sign) => new(allocation.Receivable, allocation.Instalment, sign * allocation.Amount.MinorUnits);

    private static string Facts(IEnumerable<Evidence> evidence) => string.Join("; ", evidence.Select(fact => EvidenceText.Say(fact, "en")));
}
