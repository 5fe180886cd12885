using System.Collections.Immutable;
using Reconciliation.Domain.Ledger;

namespace Reconciliation.Domain.Matching;

/// <summary>Where a bank entry stands between the bank's books and the debtors' accounts.</summary>
public enum EntryState
{
    /// <summary>The matcher has not seen it yet.</summary>
    New,

    /// <summary>The matcher found nothing, or it was taken apart again: it waits in suspense.</summary>
    Unexplained,

    /// <summary>A person chooses among candidates.</summary>
    Review,

    /// <summary>A match holds it, and the accounts are being posted.</summary>
    Claimed,

    /// <summary>A match explains it, and the accounts are posted.</summary>
    Explained,

    /// <summary>The match is being undone: the accounts are being put back.</summary>
    Releasing,
}

/// <summary>
/// The state of one bank entry. Legal moves:
/// <code>
/// New | Unexplained | Review  -- Claim    --> Claimed
/// Claimed                     -- Settle   --> Explained
/// Claimed | Explained         -- Unclaim  --> Releasing
/// Explained                   -- Correct  --> Releasing, with the match that is to follow
/// Releasing                   -- Keep     --> Explained, where the accounts stand against it
/// Releasing                   -- Release  --> Claimed for the match that is to follow, else Review or Unexplained (a new attempt)
/// New | Unexplained | Review  -- Propose  --> Review, or Unexplained without candidates
/// Review                      -- Reject   --> Review, or Unexplained when no candidate is left
/// </code>
/// Any other move is refused by name. An adapter writes a move only against the version it was decided on, so of two
/// claims one is lost, and no payment is ever applied twice.
/// </summary>
public sealed record EntryMatching
{
    /// <summary>The entry's identifier.</summary>
    public required string Entry { get; init; }

    /// <summary>Where it stands.</summary>
    public EntryState State { get; init; } = EntryState.New;

    /// <summary>How many times a claim on it was released; part of the next match's identifier.</summary>
    public int Attempt { get; init; }

    /// <summary>The match that holds it; null where none does.</summary>
    public Match? Match { get; init; }

    /// <summary>Who undoes the match; null where nobody does.</summary>
    public Decision? Undoing { get; init; }

    /// <summary>The match that follows when the one at hand is undone; null where none does.</summary>
    public MatchPlan? Correction { get; init; }

    /// <summary>The matches that explained the entry and were undone, in order of time.</summary>
    public ImmutableArray<PastMatch> History { get; init; } = [];

    /// <summary>What people struck off, in order of time.</summary>
    public ImmutableArray<RejectedCandidate> Rejected { get; init; } = [];

    /// <summary>What a person may choose from, best first.</summary>
    public ImmutableArray<Candidate> Candidates { get; init; } = [];

    /// <summary>Why the matcher did not decide by itself, or found nothing.</summary>
    public ImmutableArray<Evidence> Evidence { get; init; } = [];

    /// <summary>True once a person rejected a candidate or undid a match: the machine does not decide it again by itself.</summary>
    public bool IsLeftToPeople { get; init; }

    /// <summary>The identifier that a match of this entry would have now.</summary>
    public string NextMatchId =>
        DeterministicId.Of("match", Entry, Attempt.ToString(System.Globalization.CultureInfo.InvariantCulture));

    /// <summary>The accounts that a candidate or the match names: money in flight for them until it is explained.</summary>
    public ImmutableArray<AccountId> Accounts =>
    [
        .. Candidates.Select(candidate => candidate.Explanation)
            .Concat(Match is { } match ? [match.Explanation] : []).Concat(Correction is { } next ? [next.Explanation] : [])
            .SelectMany(AccountsOf).Distinct().Order(),
    ];

    /// <summary>Takes hold of the entry for a match.</summary>
    public MatchingMove Claim(Explanation explanation, Decision decision) => Claim(new MatchPlan(explanation, decision));

    /// <summary>Takes hold of the entry for a match.</summary>
    public MatchingMove Claim(MatchPlan plan) => State switch
    {
        EntryState.New or EntryState.Unexplained or EntryState.Review =>
            Moved(this with { State = EntryState.Claimed, Match = plan.As(NextMatchId) }),
        EntryState.Claimed or EntryState.Explained or EntryState.Releasing => Refused(MatchingRefusals.AlreadyMatched),
    };

    /// <summary>The accounts are posted.</summary>
    public MatchingMove Settle() => State switch
    {
        EntryState.Claimed => Moved(this with { State = EntryState.Explained, Candidates = [], Evidence = [] }),
        EntryState.Explained => Moved(this),
        EntryState.New or EntryState.Unexplained or EntryState.Review or EntryState.Releasing => Refused(MatchingRefusals.NotMatched),
    };

    /// <summary>Begins to undo the match: from now on its accounts are put back, whatever interrupts it.</summary>
    public MatchingMove Unclaim(Decision decision) => State switch
    {
        EntryState.Claimed => Moved(this with { State = EntryState.Releasing, Undoing = decision }),
        EntryState.Explained => Moved(Undone(decision)),
        EntryState.Releasing when Correction is not null => Refused(MatchingRefusals.AlreadyMatched),
        EntryState.Releasing => Moved(this),
        EntryState.New or EntryState.Unexplained or EntryState.Review => Refused(MatchingRefusals.NotMatched),
    };

    /// <summary>Begins to put another match in the place of the one at hand, by one decision.</summary>
    public MatchingMove Correct(MatchPlan plan) => State switch
    {
        EntryState.Explained => Moved(Undone(plan.Decision) with { Correction = plan }),
        EntryState.Claimed or EntryState.Releasing => Refused(MatchingRefusals.AlreadyMatched),
        EntryState.New or EntryState.Unexplained or EntryState.Review => Refused(MatchingRefusals.NotMatched),
    };

    /// <summary>Leaves the match as it was: the accounts stand against undoing it, and nothing of it was put back.</summary>
    public MatchingMove Keep() => State switch
    {
        EntryState.Releasing when History is [.., var last] && last.Match.Id == Match?.Id => Moved(this with
        {
            State = EntryState.Explained, Undoing = null, Correction = null, History = History.RemoveAt(History.Length - 1),
        }),
        EntryState.Releasing or EntryState.Claimed or EntryState.Explained => Refused(MatchingRefusals.AlreadyMatched),
        EntryState.New or EntryState.Unexplained or EntryState.Review => Refused(MatchingRefusals.NotMatched),
    };

    /// <summary>Lets go of the entry after its accounts were put back. What a person undid stays with people.</summary>
    public MatchingMove Release(Evidence why) => State switch
    {
        EntryState.Releasing when Correction is { } plan => Moved(Released(why) with { State = EntryState.Claimed, Match = Released(why).Next(plan) }),
        EntryState.Releasing => Moved(Released(why)),
        EntryState.Claimed or EntryState.Explained => Refused(MatchingRefusals.AlreadyMatched),
        EntryState.New or EntryState.Unexplained or EntryState.Review => Refused(MatchingRefusals.NotMatched),
    };

    /// <summary>Lays candidates before a person, or says that there are none.</summary>
    public MatchingMove Propose(ImmutableArray<Candidate> candidates, ImmutableArray<Evidence> evidence) => State switch
    {
        EntryState.New or EntryState.Unexplained or EntryState.Review => Moved(this with
        {
            State = candidates.IsEmpty ? EntryState.Unexplained : EntryState.Review, Candidates = candidates, Evidence = evidence,
        }),
        EntryState.Claimed or EntryState.Explained or EntryState.Releasing => Refused(MatchingRefusals.AlreadyMatched),
    };

    /// <summary>Strikes a candidate off, by its place from 1.</summary>
    public MatchingMove Reject(int rank, Decision decision) => State switch
    {
        EntryState.Review when rank >= 1 && rank <= Candidates.Length => Moved(this with
        {
            Candidates = Candidates.RemoveAt(rank - 1),
            Rejected = Rejected.Add(new RejectedCandidate(Candidates[rank - 1], decision)),
            State = Candidates.Length == 1 ? EntryState.Unexplained : EntryState.Review,
            IsLeftToPeople = true,
        }),
        EntryState.Review => Refused(MatchingRefusals.CandidateUnknown),
        EntryState.New or EntryState.Unexplained => Refused(MatchingRefusals.NotInReview),
        EntryState.Claimed or EntryState.Explained or EntryState.Releasing => Refused(MatchingRefusals.AlreadyMatched),
    };

    private EntryMatching Undone(Decision decision) => this with
    {
        State = EntryState.Releasing,
        Undoing = decision,
        History = Match is { } match ? History.Add(new PastMatch(match, decision)) : History,
    };

    private EntryMatching Released(Evidence why) => this with
    {
        State = Candidates.IsEmpty ? EntryState.Unexplained : EntryState.Review,
        Match = null,
        Undoing = null,
        Correction = null,
        Attempt = Attempt + 1,
        Evidence = [why],
        IsLeftToPeople = IsLeftToPeople || Undoing is { By.Kind: DeciderKind.User },
    };

    private Match Next(MatchPlan plan) => plan.As(NextMatchId);

    private static IEnumerable<AccountId> AccountsOf(Explanation explanation) => explanation.Match(
        settlement => settlement.Shares.Select(s => s.Account),
        returned => returned.Applied.Shares.Select(s => s.Account),
        charge => []);

    private static MatchingMove Moved(EntryMatching next) => new(next, null);

    private static MatchingMove Refused(Refusal refusal) => new(null, refusal);
}

/// <summary>What became of a move: the next state, or the refusal.</summary>
/// <param name="Next">The state after it; null where it is refused.</param>
/// <param name="Refusal">Why not; null where it is allowed.</param>
public readonly record struct MatchingMove(EntryMatching? Next, Refusal? Refusal);

/// <summary>The refusals of moves on an entry.</summary>
public static class MatchingRefusals
{
    /// <summary>The entry is explained already, or somebody else is about to.</summary>
    public static Refusal AlreadyMatched { get; } = new("entry-already-matched", "The entry is already matched; undo that match first.");

    /// <summary>There is no match to settle or undo.</summary>
    public static Refusal NotMatched { get; } = new("entry-not-matched", "The entry is not matched.");

    /// <summary>There is nothing to choose from.</summary>
    public static Refusal NotInReview { get; } = new("entry-not-in-review", "The entry has no candidates to decide on.");

    /// <summary>The entry has no candidate of that rank.</summary>
    public static Refusal CandidateUnknown { get; } = new("candidate-unknown", "The entry has no candidate of that rank.");
}
