using System.Collections.Immutable;
using Reconciliation.Domain.Ledger;

namespace Reconciliation.Domain.Matching.Rules;

/// <summary>A payment on its way through rules and matcher.</summary>
internal sealed class RuledCase(Payment payment, OpenItems open, PaymentHistory history)
{
    // A rule is a person's word and not weighed; where strong evidence stands against it, neither is to be believed first.
    private const decimal Word = 0.99m;
    private const decimal DoubtedWord = 0.5m;

    private MatchRule? _rule;
    private RuleOutcome? _outcome;
    private RuleFacts? _facts;

    public Payment Payment { get; } = payment;

    public bool IsContradictory { get; } = PaymentContradiction.Of(payment.Entry) is not null;

    public RuleFacts Facts => _facts ??= RuleFacts.Of(Payment, open, history);

    public MatchDecision? Decision { get; private set; }

    /// <summary>The rule that asks the matcher to be surer; null for none.</summary>
    public MatchRule? Surer { get; set; }

    /// <summary>No rule acted on it.</summary>
    public bool IsForMatcher => _rule is null;

    /// <summary>A rule acted, and a person decides.</summary>
    public bool IsHeld => _rule is not null && Decision is null;

    /// <summary>The matcher was asked and did not decide.</summary>
    public bool IsLeftToPeople => IsForMatcher && Decision is { Verdict: not MatchVerdict.Auto };

    /// <summary>A rule stands in the place of the matcher, and nothing speaks against it.</summary>
    public bool IsWithoutMatcher => _rule is { When: RuleTiming.Instead } && _outcome is not { Objections.IsEmpty: false };

    /// <summary>The accounts of what the payment may be.</summary>
    public IEnumerable<AccountId> Accounts => Decision is null ? [] : Decision.Candidates.Select(candidate => candidate.Explanation)
        .OfType<Settlement>().SelectMany(settlement => settlement.Shares).Select(share => share.Account);

    /// <summary>A rule acts: it decides, or holds the payment for a person. Without an outcome it found nothing to act on.</summary>
    public void Take(MatchRule rule, RuleOutcome? outcome)
    {
        (_rule, _outcome) = (rule, outcome);
        Decision = null;
        if (outcome is not { Objections.IsEmpty: true } || !rule.Decides)
            return;
        if (rule.Effect is LeaveUnmatched leave)
            Decision = new MatchDecision(Payment, MatchVerdict.None, [], [rule.Says(EvidenceKind.RuleLeaves, leave.Because)]) { Rule = rule };
        else if (outcome.Explanations is [var only])
            Decision = new MatchDecision(Payment, MatchVerdict.Auto, [new Candidate(only, Word, [rule.Says(EvidenceKind.RuleDecides)])], []) { Rule = rule };
    }

    /// <summary>The matcher says what it is.</summary>
    public void Decide(MatchDecision decision) => Decision = Surer is { } rule && decision.Verdict == MatchVerdict.Review
        ? decision with { Rule = rule, Evidence = decision.Evidence.Insert(0, rule.Says(EvidenceKind.RuleAsksForMore)) }
        : decision;

    /// <summary>Puts what the rule says beside what the matcher would say, for a person to choose.</summary>
    public void Show(MatchDecision? matcher, int most)
    {
        var rule = _rule ?? throw new InvalidOperationException($"No rule holds {Payment.Id}.");
        var objections = _outcome?.Objections ?? [];
        var says = Says(rule);
        var own = (_outcome?.Explanations ?? []).Select(explanation =>
            new Candidate(explanation, objections.IsEmpty ? Word : DoubtedWord, [says, .. objections]));
        var others = (matcher?.Candidates ?? []).Where(other => _outcome?.Explanations.Any(one => Explanations.AreSame(one, other.Explanation)) != true);
        var candidates = own.Concat(others).OrderByDescending(candidate => candidate.Confidence).Take(most).ToImmutableArray();
        var reasons = (matcher?.Evidence ?? []).Where(reason => reason.Kind is not EvidenceKind.NothingFits);
        Decision = new MatchDecision(Payment, MatchVerdict.Review, candidates, [says, .. objections.Concat(reasons).Distinct()]) { Rule = rule };
    }

    private Evidence Says(MatchRule rule) => _outcome is null ? rule.Says(EvidenceKind.RuleFindsNothing) : rule.Effect switch
    {
        HoldForPerson hold => rule.Says(EvidenceKind.RuleHolds, hold.Because),
        LeaveUnmatched leave => rule.Says(EvidenceKind.RuleLeaves, leave.Because),
        _ => rule.Says(EvidenceKind.RuleProposes),
    };
}
