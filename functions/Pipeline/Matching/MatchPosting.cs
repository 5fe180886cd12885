using Reconciliation.Domain.Ledger;
using Reconciliation.Domain.Matching;
using Reconciliation.Pipeline.Accounts;
using Reconciliation.Pipeline.Ports;

namespace Reconciliation.Pipeline.Matching;

/// <summary>
/// Brings claimed matches into the accounts and takes undone ones out again. The entry's state says which of the two is
/// under way, so that whoever finds an interrupted entry can finish it: every step is decided by the account and is safe
/// to repeat. Several matches are claimed in one step and posted account by account.
/// </summary>
public sealed class MatchPosting(IStatementStore statements, AccountCommands accounts)
{
    /// <summary>Claims entries for explanations and posts them.</summary>
    /// <returns>For each, in order, the refusal; null where it is posted.</returns>
    public async Task<IReadOnlyList<Refusal?>> MatchAsync(IReadOnlyList<PlannedMatch> planned, CancellationToken cancellation)
    {
        var (claimed, refusals) = await MoveAsync(
            planned, p => p.Entry, (p, matching) => matching.Claim(p.Explanation, p.Decision), cancellation);
        var posted = await PostAsync(claimed.OfType<EntryRecord>().ToList(), cancellation);
        return [.. planned.Select((p, i) => refusals[i] ?? posted.GetValueOrDefault(p.Entry.Payment.Id))];
    }

    /// <summary>What would stand against a match now; nothing is written, so its entry keeps its candidates.</summary>
    public async Task<Refusal?> CheckAsync(PlannedMatch planned, CancellationToken cancellation)
    {
        var (claimed, refusal) = planned.Entry.Matching.Claim(planned.Explanation, planned.Decision);
        if (claimed is null)
            return refusal;
        foreach (var account in MatchCommands.Posting(planned.Entry with { Matching = claimed }).GroupBy(c => c.Account))
        {
            if (await accounts.CheckAsync(account.Key, [.. account.Select(c => c.Command)], cancellation) is { } against)
                return against;
        }

        return null;
    }

    /// <summary>Undoes the match of an entry and takes it out of the accounts.</summary>
    /// <returns>The refusal; null where it is undone.</returns>
    public async Task<Refusal?> UndoAsync(EntryRecord entry, Decision decision, CancellationToken cancellation)
    {
        var (moved, refusals) = await MoveAsync([entry], e => e, (_, matching) => matching.Unclaim(decision), cancellation);
        return moved[0] is { Matching: { Match: { } match, Undoing: { } undoing } } releasing
            ? await TakeBackAsync(releasing, match, undoing, cancellation)
            : refusals[0];
    }

    /// <summary>Finishes what was begun on entries: posts claims, takes back releases; anything else is finished already.</summary>
    public async Task FinishAsync(IReadOnlyList<EntryRecord> entries, CancellationToken cancellation)
    {
        await PostAsync([.. entries.Where(e => e.Matching.State == EntryState.Claimed)], cancellation);
        foreach (var entry in entries)
        {
            if (entry.Matching is { State: EntryState.Releasing, Match: { } match, Undoing: { } undoing })
                await TakeBackAsync(entry, match, undoing, cancellation);
        }
    }

    /// <returns>The refusals by entry; an entry without one is posted.</returns>
    private async Task<Dictionary<string, Refusal>> PostAsync(IReadOnlyList<EntryRecord> claimed, CancellationToken cancellation)
    {
        var refusals = new Dictionary<string, Refusal>();
        foreach (var account in claimed.SelectMany(MatchCommands.Posting).GroupBy(c => c.Account))
        {
            var asked = account.ToList();
            var answers = await accounts.DecideEachAsync(account.Key, asked.ConvertAll(c => c.Command), cancellation);
            foreach (var (command, refusal) in asked.Zip(answers))
            {
                if (refusal is not null)
                    refusals.TryAdd(command.Entry, refusal);
            }
        }

        foreach (var refused in claimed.Where(e => refusals.ContainsKey(e.Payment.Id)))
            await UndoAsync(refused, Because(refused, refusals[refused.Payment.Id]), cancellation);
        await MoveAsync(
            [.. claimed.Where(e => !refusals.ContainsKey(e.Payment.Id))], e => e, (_, matching) => matching.Settle(), cancellation);
        return refusals;
    }

    private async Task<Refusal?> TakeBackAsync(EntryRecord entry, Match match, Decision undoing, CancellationToken cancellation)
    {
        foreach (var (_, account, command) in MatchCommands.Reversal(match, undoing))
        {
            // What was never applied to an account needs no reversal there.
            if (await accounts.DecideAsync(account, command, cancellation) is { } refusal && refusal.Code != Refusals.PaymentUnknown)
                return refusal;
        }

        var why = Evidence.Of(EvidenceKind.MatchUndone, undoing.By.Name, undoing.Because ?? "");
        var (_, refusals) = await MoveAsync([entry], e => e, (_, matching) => matching.Release(why), cancellation);
        return refusals[0];
    }

    // The accounts stood against a match that a rule or a person decided: the same decider lets go of it.
    private static Decision Because(EntryRecord entry, Refusal refusal) =>
        (entry.Matching.Match?.Decision ?? throw new InvalidOperationException($"Entry {entry.Payment.Id} is claimed without a match."))
        with { Because = refusal.Message };

    private async Task<(EntryRecord?[] Moved, Refusal?[] Refusals)> MoveAsync<T>(
        IReadOnlyList<T> items, Func<T, EntryRecord> entry, Func<T, EntryMatching, MatchingMove> move, CancellationToken cancellation)
    {
        var moved = new EntryRecord?[items.Count];
        var refusals = new Refusal?[items.Count];
        var updates = new List<EntryUpdate>();
        var places = new List<int>();
        for (var i = 0; i < items.Count; i++)
        {
            var record = entry(items[i]);
            var (next, refusal) = move(items[i], record.Matching);
            refusals[i] = refusal;
            if (next is null)
                continue;
            moved[i] = record with { Matching = next, Version = record.Version + 1 };
            updates.Add(new EntryUpdate(next, record.Version));
            places.Add(i);
        }

        var written = updates.Count == 0 ? [] : await statements.UpdateAsync(updates, cancellation);
        foreach (var (place, isWritten) in places.Zip(written))
        {
            if (!isWritten)
                (moved[place], refusals[place]) = (null, MatchingRefusals.AlreadyMatched);
        }

        return (moved, refusals);
    }
}

/// <summary>A match that was decided and is to be made.</summary>
/// <param name="Entry">The entry as it was decided on.</param>
/// <param name="Explanation">What it is taken for.</param>
/// <param name="Decision">Who decided, on what evidence.</param>
public sealed record PlannedMatch(EntryRecord Entry, Explanation Explanation, Decision Decision);
