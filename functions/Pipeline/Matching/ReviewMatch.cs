using System.Collections.Immutable;
using Reconciliation.Domain;
using Reconciliation.Domain.Ledger;
using Reconciliation.Domain.Matching;
using Reconciliation.Pipeline.Ports;

namespace Reconciliation.Pipeline.Matching;

/// <summary>What people decide about bank entries: confirm a candidate, settle by hand, reject, undo.</summary>
public sealed class ReviewMatch(IStatementStore statements, MatchPosting posting, TimeProvider time)
{
    /// <summary>The entry is not known.</summary>
    public static Refusal EntryUnknown { get; } = new("entry-unknown", "There is no such entry.");

    /// <summary>What is assigned by hand is not the entry's amount.</summary>
    public static Refusal AssignmentDoesNotAddUp { get; } = new("assignment-does-not-add-up", "The parts do not come to the amount of the entry.");

    /// <summary>Takes the candidate of a rank, from 1, for the explanation of an entry.</summary>
    /// <returns>The refusal; null where it is applied.</returns>
    public async Task<Refusal?> ConfirmAsync(string entry, int rank, string user, string? because, CancellationToken cancellation)
    {
        if (await statements.FindEntryAsync(entry, cancellation) is not { } record)
            return EntryUnknown;
        if (record.Matching.State is not EntryState.Review)
            return record.Matching.State is EntryState.New or EntryState.Unexplained ? MatchingRefusals.NotInReview : MatchingRefusals.AlreadyMatched;
        if (rank < 1 || rank > record.Matching.Candidates.Length)
            return MatchingRefusals.CandidateUnknown;
        return await MatchAsync(record, record.Matching.Candidates[rank - 1].Explanation, user, because, cancellation);
    }

    /// <summary>Settles what a person says an entry is for.</summary>
    /// <returns>The refusal; null where it is applied.</returns>
    public async Task<Refusal?> AssignAsync(
        string entry, ImmutableArray<AccountShare> shares, string user, string? because, CancellationToken cancellation)
    {
        if (await statements.FindEntryAsync(entry, cancellation) is not { } record)
            return EntryUnknown;
        var amount = record.Payment.Amount;
        if (shares.IsEmpty || shares.Any(s => s.Account.Currency != amount.Currency || s.OnAccount.Currency != amount.Currency)
            || Money.Sum(shares.Select(s => s.Amount), amount.Currency) != amount)
            return AssignmentDoesNotAddUp;
        return await MatchAsync(record, new Settlement(shares), user, because, cancellation);
    }

    /// <summary>Strikes the candidate of a rank, from 1, off an entry.</summary>
    /// <returns>The refusal; null where it is struck off.</returns>
    public async Task<Refusal?> RejectAsync(string entry, int rank, CancellationToken cancellation)
    {
        if (await statements.FindEntryAsync(entry, cancellation) is not { } record)
            return EntryUnknown;
        var (next, refusal) = record.Matching.Reject(rank);
        if (next is null)
            return refusal;
        return await statements.UpdateAsync(next, record.Version, cancellation) ? null : MatchingRefusals.AlreadyMatched;
    }

    /// <summary>Undoes the match of an entry: the money goes back into suspense, what it settled is open again.</summary>
    /// <returns>The refusal; null where it is undone.</returns>
    public async Task<Refusal?> UndoAsync(string entry, string user, string? because, CancellationToken cancellation)
    {
        if (await statements.FindEntryAsync(entry, cancellation) is not { } record)
            return EntryUnknown;
        return await posting.UndoAsync(record, By(user, because), cancellation);
    }

    private async Task<Refusal?> MatchAsync(
        EntryRecord entry, Explanation explanation, string user, string? because, CancellationToken cancellation)
    {
        var planned = new PlannedMatch(entry, explanation, By(user, because));
        return await posting.CheckAsync(planned, cancellation) ?? (await posting.MatchAsync([planned], cancellation))[0];
    }

    private Decision By(string user, string? because) => new(time.GetLocalNow(), Decider.User(user), because);
}
