using System.Collections.Immutable;
using Reconciliation.Domain.Ledger;

namespace Reconciliation.Domain.Matching;

/// <summary>A decided match: what an entry was taken for, by whom and on what evidence.</summary>
/// <param name="Id">The match's identifier, derived from the entry and the number of the attempt.</param>
/// <param name="Explanation">What the entry was taken for.</param>
/// <param name="Decision">Who decided, when, on what evidence.</param>
public sealed record Match(string Id, Explanation Explanation, Decision Decision)
{
    /// <summary>The facts that stood beside it when it was decided; empty where a person settled by hand.</summary>
    public ImmutableArray<Evidence> Evidence { get; init; } = [];

    /// <summary>How sure the matcher was, from 0 to 1; null where a person settled by hand.</summary>
    public decimal? Confidence { get; init; }

    /// <summary>Whom accounts are to remember as payers because of it; empty where nobody new paid, or the machine decided.</summary>
    public ImmutableArray<TaughtPayer> Payers { get; init; } = [];
}

/// <summary>A match that is decided and not yet made.</summary>
/// <param name="Explanation">What the entry is taken for.</param>
/// <param name="Decision">Who decided, when, on what evidence.</param>
public sealed record MatchPlan(Explanation Explanation, Decision Decision)
{
    /// <inheritdoc cref="Match.Evidence"/>
    public ImmutableArray<Evidence> Evidence { get; init; } = [];

    /// <inheritdoc cref="Match.Confidence"/>
    public decimal? Confidence { get; init; }

    /// <inheritdoc cref="Match.Payers"/>
    public ImmutableArray<TaughtPayer> Payers { get; init; } = [];

    /// <summary>The plan that takes a candidate for the explanation.</summary>
    public static MatchPlan Of(Candidate candidate, Decision decision) =>
        new(candidate.Explanation, decision) { Evidence = candidate.Evidence, Confidence = candidate.Confidence };

    internal Match As(string id) => new(id, Explanation, Decision) { Evidence = Evidence, Confidence = Confidence, Payers = Payers };
}

/// <summary>A match that explained an entry and was undone.</summary>
/// <param name="Match">The match as it was decided.</param>
/// <param name="Undone">Who undid it, when, and why.</param>
public sealed record PastMatch(Match Match, Decision Undone);

/// <summary>A candidate that a person struck off.</summary>
/// <param name="Candidate">The candidate as it was shown.</param>
/// <param name="Decision">Who struck it off, when, and why.</param>
public sealed record RejectedCandidate(Candidate Candidate, Decision Decision);

/// <summary>A payer that an account is to remember.</summary>
/// <param name="Account">The account.</param>
/// <param name="Payer">Who paid.</param>
public sealed record TaughtPayer(AccountId Account, LearntPayer Payer);
