using System.Collections.Immutable;
using Reconciliation.Domain;
using Reconciliation.Domain.Ledger;
using Reconciliation.Domain.Matching;
using Reconciliation.Pipeline.Accounts;
using Reconciliation.Pipeline.Ports;

namespace Reconciliation.Pipeline.Matching;

/// <summary>
/// What people decide about bank entries: confirm a candidate, settle by hand, correct, reject, undo. From what they
/// confirm accounts learn who pays for their debtors, and forget it by what they undo or reject.
/// </summary>
public sealed class ReviewMatch(
    IStatementStore statements, IAccountStreams streams, AccountCommands accounts, MatchPosting posting, TimeProvider time)
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
        return await MatchAsync(record, MatchPlan.Of(record.Matching.Candidates[rank - 1], By(user, because)), cancellation);
    }

    /// <summary>Settles what a person says an entry is for.</summary>
    /// <returns>The refusal; null where it is applied.</returns>
    public async Task<Refusal?> AssignAsync(
        string entry, ImmutableArray<AccountShare> shares, string user, string? because, CancellationToken cancellation)
    {
        if (await statements.FindEntryAsync(entry, cancellation) is not { } record)
            return EntryUnknown;
        return AddUp(record, shares)
            ? await MatchAsync(record, new MatchPlan(new Settlement(shares), By(user, because)), cancellation)
            : AssignmentDoesNotAddUp;
    }

    /// <summary>Undoes the match of an entry and settles what a person says it is for instead, by one decision.</summary>
    /// <returns>The refusal, with which the match stays as it is; null where it is corrected.</returns>
    public async Task<Refusal?> CorrectAsync(
        string entry, ImmutableArray<AccountShare> shares, string user, string? because, CancellationToken cancellation)
    {
        if (await statements.FindEntryAsync(entry, cancellation) is not { } record)
            return EntryUnknown;
        if (!AddUp(record, shares))
            return AssignmentDoesNotAddUp;
        var plan = new MatchPlan(new Settlement(shares), By(user, because));
        return await posting.CorrectAsync(new PlannedMatch(record, await TeachingAsync(record.Payment, plan, cancellation)), cancellation);
    }

    /// <summary>Strikes the candidate of a rank, from 1, off an entry; accounts forget the payers that it rested on.</summary>
    /// <returns>The refusal; null where it is struck off.</returns>
    public async Task<Refusal?> RejectAsync(string entry, int rank, string user, string? because, CancellationToken cancellation)
    {
        if (await statements.FindEntryAsync(entry, cancellation) is not { } record)
            return EntryUnknown;
        var decision = By(user, because);
        var (next, refusal) = record.Matching.Reject(rank, decision);
        if (next is null)
            return refusal;
        if (!await statements.UpdateAsync(next, record.Version, cancellation))
            return MatchingRefusals.AlreadyMatched;
        await ForgetAsync(record.Payment, record.Matching.Candidates[rank - 1], decision, cancellation);
        return null;
    }

    /// <summary>Undoes the match of an entry: the money goes back into suspense, what it settled is open again.</summary>
    /// <returns>The refusal; null where it is undone.</returns>
    public async Task<Refusal?> UndoAsync(string entry, string user, string? because, CancellationToken cancellation)
    {
        if (await statements.FindEntryAsync(entry, cancellation) is not { } record)
            return EntryUnknown;
        if (record.Matching.State is not EntryState.Claimed)
            return await posting.UndoAsync(record, By(user, because), cancellation);
        // What somebody is about to post is finished first: only what is whole is undone.
        await posting.FinishAsync([record], cancellation);
        return await statements.FindEntryAsync(entry, cancellation) is { Matching.State: not EntryState.Claimed } finished
            ? await posting.UndoAsync(finished, By(user, because), cancellation)
            : MatchingRefusals.AlreadyMatched;
    }

    private async Task<Refusal?> MatchAsync(EntryRecord entry, MatchPlan plan, CancellationToken cancellation)
    {
        var planned = new PlannedMatch(entry, await TeachingAsync(entry.Payment, plan, cancellation));
        return await posting.CheckAsync(planned, cancellation) ?? (await posting.MatchAsync([planned], cancellation))[0];
    }

    private async Task<MatchPlan> TeachingAsync(Payment payment, MatchPlan plan, CancellationToken cancellation) =>
        plan with { Payers = PayerLessons.Of(payment, plan.Explanation, await AccountsAsync(plan.Explanation, cancellation)) };

    private async Task ForgetAsync(Payment payment, Candidate rejected, Decision decision, CancellationToken cancellation)
    {
        foreach (var (account, payer) in PayerLessons.RestedOn(payment, rejected, await AccountsAsync(rejected.Explanation, cancellation)))
            await accounts.DecideAsync(account, new ForgetPayer(payer.Id, ForgettingCause.CandidateRejected) { Decision = decision }, cancellation);
    }

    private async Task<ImmutableArray<DebtorAccount>> AccountsAsync(Explanation explanation, CancellationToken cancellation) =>
        explanation is Settlement settlement
            ? await streams.LoadAsync([.. settlement.Shares.Select(share => share.Account).Distinct()], cancellation)
            : [];

    private static bool AddUp(EntryRecord record, ImmutableArray<AccountShare> shares)
    {
        var currency = record.Payment.Amount.Currency;
        return !shares.IsEmpty && shares.All(s => s.Account.Currency == currency && s.OnAccount.Currency == currency)
            && Money.Sum(shares.Select(s => s.Amount), currency) == record.Payment.Amount;
    }

    private Decision By(string user, string? because) => new(time.GetLocalNow(), Decider.User(user), because);
}
