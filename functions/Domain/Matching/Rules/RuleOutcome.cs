using System.Collections.Immutable;

namespace Reconciliation.Domain.Matching.Rules;

/// <summary>What a rule makes of a payment.</summary>
/// <param name="Explanations">What the payment would be; none where the rule takes it for nothing or leaves it.</param>
/// <param name="Objections">Strong evidence against the rule's deciding by itself.</param>
internal sealed record RuleOutcome(ImmutableArray<Explanation> Explanations, ImmutableArray<Evidence> Objections);
