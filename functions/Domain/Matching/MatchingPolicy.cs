using System.Collections.Immutable;
using Reconciliation.Domain.Matching.Rules;

namespace Reconciliation.Domain.Matching;

/// <summary>The bounds within which the machine decides by itself.</summary>
public sealed record MatchingPolicy
{
    /// <summary>What ships.</summary>
    public static MatchingPolicy Default { get; } = new();

    /// <summary>The rule's name in decisions.</summary>
    public string Name { get; init; } = "matching";

    /// <summary>The rule's version in decisions; a change of weights or bounds changes it.</summary>
    public string Version { get; init; } = "2";

    /// <summary>The least confidence for auto, inclusive.</summary>
    public decimal AutoConfidence { get; init; } = 0.95m;

    /// <summary>The least distance to the second candidate for auto, inclusive.</summary>
    public decimal AutoMargin { get; init; } = 0.15m;

    /// <summary>The least confidence for a candidate to be shown, inclusive, judged by itself: rivals that fit as well do not hide each other.</summary>
    public decimal ReviewConfidence { get; init; } = 0.20m;

    /// <summary>How many candidates a person is shown at most.</summary>
    public int ReviewCandidates { get; init; } = 5;

    /// <summary>How much less than open may be put down to bank charges, in minor units, inclusive.</summary>
    public long ChargesCeilingMinorUnits { get; init; } = 3000;

    /// <summary>What a team lays down beside the matcher; none ships.</summary>
    public RuleBook Rules { get; init; } = RuleBook.Empty;

    /// <summary>Other bounds for single payments, by their identifiers.</summary>
    internal ImmutableDictionary<string, MatchingPolicy> Exceptions { get; init; } = ImmutableDictionary<string, MatchingPolicy>.Empty;

    /// <summary>The bounds for a payment.</summary>
    internal MatchingPolicy For(Payment payment) => Exceptions.IsEmpty ? this : Exceptions.GetValueOrDefault(payment.Id, this);
}
