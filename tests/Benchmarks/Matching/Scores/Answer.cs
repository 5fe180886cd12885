using System.Collections.Immutable;
using Reconciliation.Benchmarks.Matching.Data;
using Reconciliation.Domain.Matching;

namespace Reconciliation.Benchmarks.Matching.Scores;

/// <summary>What a rule says of a payment, in the words of all rules.</summary>
/// <param name="Verdict">Who acts next.</param>
/// <param name="Proposals">What it may be for, best first.</param>
internal sealed record Answer(MatchVerdict Verdict, ImmutableArray<Proposed> Proposals)
{
    /// <summary>Nothing is proposed.</summary>
    public static Answer None { get; } = new(MatchVerdict.None, []);
}

/// <summary>One proposal.</summary>
/// <param name="Parts">What it gives to which receivables.</param>
/// <param name="Confidence">From 0 to 1; null for a rule that gives none.</param>
/// <param name="Facts">Why, in words; empty for a rule that gives none.</param>
internal sealed record Proposed(ImmutableArray<Part> Parts, decimal? Confidence, string Facts);
