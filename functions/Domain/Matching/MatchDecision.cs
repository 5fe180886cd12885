using System.Collections.Immutable;
using Reconciliation.Domain.Ledger;
using Reconciliation.Domain.Matching.Rules;

namespace Reconciliation.Domain.Matching;

/// <summary>Who acts on a payment next.</summary>
public enum MatchVerdict
{
    /// <summary>The best candidate is both sure and alone: it is applied.</summary>
    Auto,

    /// <summary>A person chooses among the candidates.</summary>
    Review,

    /// <summary>There is no candidate worth showing.</summary>
    None,
}

/// <summary>What the matcher says of a payment.</summary>
/// <param name="Payment">The payment.</param>
/// <param name="Verdict">Who acts next.</param>
/// <param name="Candidates">What it may be, best first; one for auto, none for <see cref="MatchVerdict.None"/>.</param>
/// <param name="Evidence">Why the verdict, where the candidates do not say it (no candidate, two alike, already paid).</param>
public sealed record MatchDecision(
    Payment Payment, MatchVerdict Verdict, ImmutableArray<Candidate> Candidates, ImmutableArray<Evidence> Evidence)
{
    /// <summary>The rule that acted; null where the matcher alone did.</summary>
    public MatchRule? Rule { get; init; }

    /// <summary>Who decided where the verdict is auto: the rule, else the matcher by its policy.</summary>
    public Decider By(MatchingPolicy policy) =>
        Rule is { } rule ? Decider.Rule(rule.Id, rule.Version) : Decider.Rule(policy.Name, policy.Version);
}

/// <summary>One explanation of a payment with the facts for and against it.</summary>
/// <param name="Explanation">What the payment would be.</param>
/// <param name="Confidence">How sure, from 0 to 1.</param>
/// <param name="Evidence">The facts, strongest first.</param>
public sealed record Candidate(Explanation Explanation, decimal Confidence, ImmutableArray<Evidence> Evidence);
