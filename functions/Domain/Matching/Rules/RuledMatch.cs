using System.Collections.Immutable;

namespace Reconciliation.Domain.Matching.Rules;

/// <summary>
/// A run of the matcher among rules. What rules decide ahead of it is not open for it, what it decides is not open for the
/// rules that come after it, and what a rule leaves to people takes nothing from others. Payments have precedence by day
/// and identifier, so that the order in which they are handed in changes nothing.
/// </summary>
internal sealed class RuledMatch(OpenItems open, PaymentHistory history, MatchingPolicy policy)
{
    private readonly OpenLeft _left = new(open);
    private readonly ImmutableArray<MatchRule> _ahead = [.. policy.Rules.Rules.Where(rule => rule.When != RuleTiming.After)];
    private readonly ImmutableArray<MatchRule> _after = [.. policy.Rules.Rules.Where(rule => rule.When == RuleTiming.After)];

    /// <summary>Decides every payment, in the order given.</summary>
    public ImmutableArray<MatchDecision> Match(IReadOnlyList<Payment> payments)
    {
        var cases = payments.Select(payment => new RuledCase(payment, open, history)).ToList();
        var byPrecedence = cases.OrderBy(one => one.Payment.BookedOn).ThenBy(one => one.Payment.Id, StringComparer.Ordinal).ToList();
        foreach (var one in byPrecedence.Where(one => !one.IsContradictory))
            Ask(one, _ahead);
        AskMatcher(byPrecedence.FindAll(one => one.IsForMatcher));
        _left.BeginTouching();
        foreach (var one in byPrecedence.Where(one => !one.IsContradictory && one.IsLeftToPeople))
            Ask(one, _after);
        AskMatcher(byPrecedence.FindAll(one => one.IsForMatcher && one.IsLeftToPeople && one.Accounts.Any(_left.IsTouched)));
        foreach (var held in byPrecedence.Where(one => one.IsHeld))
            Show(held);
        return [.. cases.Select(one => one.Decision ?? throw new InvalidOperationException($"Nobody decided on {one.Payment.Id}."))];
    }

    /// <summary>The first rule that the payment meets and that can act on it acts.</summary>
    private void Ask(RuledCase one, ImmutableArray<MatchRule> rules)
    {
        foreach (var rule in rules)
        {
            if (rule.Condition.IsMetBy(one.Facts) == true && Act(one, rule))
                return;
        }
    }

    /// <summary>False where the rule finds nothing to act on and others are asked.</summary>
    private bool Act(RuledCase one, MatchRule rule)
    {
        if (rule.Effect is AskForMore)
        {
            one.Surer = rule;
            return true;
        }

        var outcome = OutcomeOf(one.Facts, rule);
        if (outcome is null && rule.When != RuleTiming.Instead)
            return false;
        one.Take(rule, outcome);
        if (one.Decision?.Verdict == MatchVerdict.Auto)
            _left.Take(one.Decision.Candidates[0].Explanation);
        return true;
    }

    private RuleOutcome? OutcomeOf(RuleFacts facts, MatchRule rule)
    {
        var settling = new RuleSettlement(_left, open);
        ImmutableArray<Explanation>? explanations = rule.Effect switch
        {
            AssignToDebtor assign => settling.For(facts.Payment, assign, rule.Creditor) is { } settlement ? [settlement] : null,
            SettleNumber settle => settling.For(facts, settle, rule.Creditor) is { IsEmpty: false } found ? found : null,
            TakeForCharge => [new BankCharge()],
            LeaveUnmatched or HoldForPerson => [],
            _ => throw new InvalidOperationException($"The effect of rule {rule.Id} is not told."),
        };
        var against = new RuleObjections(open);
        return explanations is not { } made ? null : new RuleOutcome(
            made, rule.Effect is HoldForPerson ? [] : made.IsEmpty ? against.Against(facts, null) : [.. made.SelectMany(one => against.Against(facts, one)).Distinct()]);
    }

    private void AskMatcher(List<RuledCase> cases)
    {
        if (cases.Count == 0)
            return;
        var surer = cases.SelectMany(one => one.Surer?.Effect is AskForMore more ? [KeyValuePair.Create(one.Payment.Id, more.Of(policy))] : Enumerable.Empty<KeyValuePair<string, MatchingPolicy>>())
            .ToImmutableDictionary();
        var decisions = Matcher.MatchWithoutRules([.. cases.Select(one => one.Payment)], _left.Now, history, policy with { Exceptions = surer });
        foreach (var (one, decision) in cases.Zip(decisions))
        {
            one.Decide(decision);
            if (decision.Verdict == MatchVerdict.Auto)
                _left.Take(decision.Candidates[0].Explanation);
        }
    }

    /// <summary>Lays what the matcher would say beside what the rule says.</summary>
    private void Show(RuledCase held) => held.Show(
        held.IsWithoutMatcher ? null : Matcher.MatchWithoutRules([held.Payment], _left.Now, history, policy)[0], policy.ReviewCandidates);
}
