using System.Collections.Immutable;
using Reconciliation.Domain.Ledger;
using Reconciliation.Domain.Matching;
using Reconciliation.Pipeline.Accounts;
using Reconciliation.Pipeline.Ports;

namespace Reconciliation.Pipeline.Matching;

/// <summary>
/// Brings a claimed match into the accounts and takes an undone one out again. The entry's state says which of the two
/// is under way, so that whoever finds an interrupted entry can finish it: every step is decided by the account and is
/// safe to repeat.
/// </summary>
public sealed class MatchPosting(IStatementStore statements, AccountCommands accounts)
{
    /// <summary>Claims an entry for an explanation and posts it.</summary>
    /// <returns>The refusal; null where it is posted.</returns>
    public async Task<Refusal?> MatchAsync(
        EntryRecord entry, Explanation explanation, Decision decision, CancellationToken cancellation)
    {
        var (claimed, refusal) = await MoveAsync(entry, m => m.Claim(explanation, decision), cancellation);
        return claimed is null ? refusal : await FinishAsync(claimed, cancellation);
    }

    /// <summary>Undoes the match of an entry and takes it out of the accounts.</summary>
    /// <returns>The refusal; null where it is undone.</returns>
    public async Task<Refusal?> UndoAsync(EntryRecord entry, Decision decision, CancellationToken cancellation)
    {
        var (releasing, refusal) = await MoveAsync(entry, m => m.Unclaim(decision), cancellation);
        return releasing is null ? refusal : await FinishAsync(releasing, cancellation);
    }

    /// <summary>Finishes what was begun on an entry: posts a claim, takes back a release; anything else is finished already.</summary>
    /// <returns>Why a claim could not be posted; null where all is done.</returns>
    public async Task<Refusal?> FinishAsync(EntryRecord entry, CancellationToken cancellation)
    {
        if (entry.Matching is { State: EntryState.Claimed, Match: { } claim })
            return await PostAsync(entry, claim, cancellation);
        if (entry.Matching is { State: EntryState.Releasing, Match: { } match, Undoing: { } undoing })
            return await TakeBackAsync(entry, match, undoing, cancellation);
        return null;
    }

    private async Task<Refusal?> PostAsync(EntryRecord entry, Match match, CancellationToken cancellation)
    {
        foreach (var (account, command) in Commands(entry.Payment, match))
        {
            if (await accounts.DecideAsync(account, command, cancellation) is { } refusal)
            {
                var because = match.Decision with { Because = refusal.Message };
                await UndoAsync(entry, because, cancellation);
                return refusal;
            }
        }

        return (await MoveAsync(entry, m => m.Settle(), cancellation)).Refusal;
    }

    private async Task<Refusal?> TakeBackAsync(EntryRecord entry, Match match, Decision undoing, CancellationToken cancellation)
    {
        foreach (var (account, command) in Reversals(match, undoing))
        {
            // What was never applied to an account needs no reversal there.
            if (await accounts.DecideAsync(account, command, cancellation) is { } refusal && refusal.Code != Refusals.PaymentUnknown)
                return refusal;
        }

        var why = Evidence.Of(EvidenceKind.NothingFits, undoing.Because ?? undoing.By.Name);
        return (await MoveAsync(entry, m => m.Release(why), cancellation)).Refusal;
    }

    private static IEnumerable<(AccountId, AccountCommand)> Commands(Payment payment, Match match) => match.Explanation.Match(
        settlement => settlement.Shares.Select(share => (share.Account, (AccountCommand)Apply(payment, match.Id, share, match.Decision))),
        returned => returned.Applied.Shares.Select(share => (share.Account, (AccountCommand)new ReversePayment(
            returned.Applied.MatchId, ReversalCause.ReturnedByBank, payment.Id, returned.ReasonCode) { Decision = match.Decision })),
        charge => []);

    private static IEnumerable<(AccountId, AccountCommand)> Reversals(Match match, Decision undoing) => match.Explanation.Match(
        settlement => settlement.Shares.Select(share => (share.Account, (AccountCommand)new ReversePayment(
            match.Id, ReversalCause.MatchUndone) { Decision = undoing })),
        returned => returned.Applied.Shares.Select(share => (
            share.Account, (AccountCommand)Apply(returned.Applied.Payment, returned.Applied.MatchId, share, undoing))),
        charge => []);

    private static ApplyPayment Apply(Payment payment, string match, AccountShare share, Decision decision) => new ApplyPayment(
        new PaymentKey(match, payment.Id, payment.BookedOn), share.Amount, share.Allocations, share.Discounts, share.OnAccount)
    { Decision = decision };

    private async Task<(EntryRecord? Moved, Refusal? Refusal)> MoveAsync(
        EntryRecord entry, Func<EntryMatching, MatchingMove> move, CancellationToken cancellation)
    {
        var (next, refusal) = move(entry.Matching);
        if (next is null)
            return (null, refusal);
        return await statements.UpdateAsync(next, entry.Version, cancellation)
            ? (await statements.FindEntryAsync(next.Entry, cancellation), null)
            : (null, MatchingRefusals.AlreadyMatched);
    }
}
