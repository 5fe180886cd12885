using System.Collections.Immutable;
using Reconciliation.Domain.Ledger;

namespace Reconciliation.Domain.Matching.Rules;

/// <summary>What rules would change about an entry, the gravest first.</summary>
public enum RuleChange
{
    /// <summary>They would decide against what a person decided.</summary>
    AgainstPerson,

    /// <summary>They would decide otherwise than the machine did.</summary>
    DecidedOtherwise,

    /// <summary>What is decided, or was not shown to anybody, would be a person's to decide.</summary>
    NewlyHeld,

    /// <summary>What waits would be decided.</summary>
    NewlyDecided,

    /// <summary>Nothing.</summary>
    Same,
}

/// <summary>How an entry stands before rules are tried on it.</summary>
public sealed record StandingEntry
{
    /// <summary>What it is taken for; null while nothing is decided.</summary>
    public Explanation? Explanation { get; init; }

    /// <summary>Who decided that; null while nothing is decided.</summary>
    public Decider? By { get; init; }

    /// <summary>True where a person has candidates to choose from.</summary>
    public bool IsInReview { get; init; }

    /// <summary>What a person struck off or undid.</summary>
    public ImmutableArray<Explanation> Refused { get; init; } = [];

    /// <summary>How an entry of a ledger stands.</summary>
    public static StandingEntry Of(EntryMatching matching) => new()
    {
        Explanation = matching.State is EntryState.Claimed or EntryState.Explained ? matching.Match?.Explanation : null,
        By = matching.State is EntryState.Claimed or EntryState.Explained ? matching.Match?.Decision.By : null,
        IsInReview = matching.State == EntryState.Review,
        Refused =
        [
            .. matching.Rejected.Select(rejected => rejected.Candidate.Explanation),
            .. matching.History.Where(past => past.Undone.By.Kind == DeciderKind.User).Select(past => past.Match.Explanation),
        ],
    };

    /// <summary>How an entry stands by a decision of the matcher alone.</summary>
    public static StandingEntry Of(MatchDecision decision, MatchingPolicy policy) => new()
    {
        Explanation = decision.Verdict == MatchVerdict.Auto ? decision.Candidates[0].Explanation : null,
        By = decision.Verdict == MatchVerdict.Auto ? decision.By(policy) : null,
        IsInReview = decision.Verdict == MatchVerdict.Review,
    };
}

/// <summary>What rules would make of an entry.</summary>
/// <param name="Payment">The entry.</param>
/// <param name="Change">What would change.</param>
/// <param name="Today">How it stands.</param>
/// <param name="Tried">What would be decided.</param>
public sealed record TriedEntry(Payment Payment, RuleChange Change, StandingEntry Today, MatchDecision Tried);

/// <summary>Tries rules on entries of the past: nothing is written, and what rules do not touch stays as it is.</summary>
public static class RuleTrial
{
    /// <summary>
    /// Compares how an entry stands with what rules would make of it. Only what a rule acts on, or what comes out otherwise
    /// because of what rules do to other entries, can change.
    /// </summary>
    /// <param name="today">How the entry stands.</param>
    /// <param name="without">What the matcher says of it as it is.</param>
    /// <param name="with">What it says with the rules that are tried.</param>
    public static TriedEntry Compare(StandingEntry today, MatchDecision without, MatchDecision with)
    {
        var isTouched = with.Rule is not null || OutcomeOf(without) != OutcomeOf(with);
        return new TriedEntry(with.Payment, isTouched ? ChangeOf(today, with) : RuleChange.Same, today, with);
    }

    private static RuleChange ChangeOf(StandingEntry today, MatchDecision with) => with.Verdict switch
    {
        MatchVerdict.Auto => Decided(today, with.Candidates[0].Explanation),
        MatchVerdict.None when with.Rule is not null => Left(today),
        MatchVerdict.Review when today.Explanation is null => today.IsInReview || with.Candidates.IsEmpty ? RuleChange.Same : RuleChange.NewlyHeld,
        MatchVerdict.Review or MatchVerdict.None => today.By is { Kind: not DeciderKind.User } ? RuleChange.NewlyHeld : RuleChange.Same,
    };

    private static RuleChange Decided(StandingEntry today, Explanation tried)
    {
        if (today.Refused.Any(refused => Explanations.AreSame(refused, tried)))
            return RuleChange.AgainstPerson;
        if (today.Explanation is not { } stands)
            return RuleChange.NewlyDecided;
        return Explanations.AreSame(stands, tried) ? RuleChange.Same : Otherwise(today);
    }

    private static RuleChange Left(StandingEntry today) => today.Explanation is null ? RuleChange.NewlyDecided : Otherwise(today);

    private static RuleChange Otherwise(StandingEntry today) =>
        today.By is { Kind: DeciderKind.User } ? RuleChange.AgainstPerson : RuleChange.DecidedOtherwise;

    private static string OutcomeOf(MatchDecision decision) =>
        $"{decision.Verdict} {(decision.Verdict == MatchVerdict.Auto ? Explanations.TextOf(decision.Candidates[0].Explanation) : "")}";
}
