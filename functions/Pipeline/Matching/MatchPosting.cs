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
public sealed class MatchPosting(IStatementStore statements, AccountCommands accounts, CreditorSettings settings)
{
    private readonly MatchCommands _commands = new(settings);

    /// <summary>Claims entries for explanations and posts them.</summary>
    /// <returns>For each, in order, the refusal; null where it is posted.</returns>
    public async Task<IReadOnlyList<Refusal?>> MatchAsync(IReadOnlyList<PlannedMatch> planned, CancellationToken cancellation)
    {
        var (claimed, refusals) = await MoveAsync(
            planned, p => p.Entry, (p, matching) => matching.Claim(p.Plan), cancellation);
        var posted = await PostAsync(claimed.OfType<EntryRecord>().ToList(), cancellation);
        return [.. planned.Select((p, i) => refusals[i] ?? posted.GetValueOrDefault(p.Entry.Payment.Id))];
    }

    /// <summary>What would stand against a match now; nothing is written, so its entry keeps its candidates.</summary>
    public async Task<Refusal?> CheckAsync(PlannedMatch planned, CancellationToken cancellation)
    {
        var (claimed, refusal) = planned.Entry.Matching.Claim(planned.Plan);
        return claimed is null
            ? refusal
            : await AgainstAsync(_commands.Posting(planned.Entry with { Matching = claimed }), cancellation);
    }

    /// <summary>
    /// Undoes the match of an entry and takes it out of the accounts. Where an account stands against it, nothing is
    /// written and the match stays.
    /// </summary>
    /// <returns>The refusal; null where it is undone.</returns>
    public Task<Refusal?> UndoAsync(EntryRecord entry, Decision decision, CancellationToken cancellation) =>
        ReleaseAsync(entry, matching => matching.Unclaim(decision), cancellation);

    /// <summary>
    /// Puts another match in the place of the one that explains an entry. Where the accounts stand against either step,
    /// nothing is written and the match stays. Should an account change between the two, the entry is left without a match,
    /// and the refusal says why.
    /// </summary>
    /// <returns>The refusal; null where it is corrected.</returns>
    public Task<Refusal?> CorrectAsync(PlannedMatch planned, CancellationToken cancellation) =>
        ReleaseAsync(planned.Entry, matching => matching.Correct(planned.Plan), cancellation);

    /// <summary>Finishes what was begun on entries: posts claims, takes back releases; anything else is finished already.</summary>
    public async Task FinishAsync(IReadOnlyList<EntryRecord> entries, CancellationToken cancellation)
    {
        await PostAsync([.. entries.Where(e => e.Matching.State == EntryState.Claimed)], cancellation);
        foreach (var entry in entries)
        {
            if (entry.Matching.State == EntryState.Releasing)
                await TakeBackAsync(entry, cancellation);
        }
    }

    /// <returns>The refusals by entry; an entry without one is posted.</returns>
    private async Task<Dictionary<string, Refusal>> PostAsync(IReadOnlyList<EntryRecord> claimed, CancellationToken cancellation)
    {
        var refusals = new Dictionary<string, Refusal>();
        foreach (var account in claimed.SelectMany(_commands.Posting).GroupBy(c => c.Account))
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

    private async Task<Refusal?> ReleaseAsync(EntryRecord entry, Func<EntryMatching, MatchingMove> release, CancellationToken cancellation)
    {
        var (next, refusal) = release(entry.Matching);
        if (next is null)
            return refusal;
        if (entry.Matching.State == EntryState.Explained && await AgainstAsync(Following(entry with { Matching = next }), cancellation) is { } against)
            return against;
        var (moved, refusals) = await MoveAsync([entry], e => e, (_, matching) => release(matching), cancellation);
        return moved[0] is { } releasing ? await TakeBackAsync(releasing, cancellation) : refusals[0];
    }

    // What the release of an entry asks of the accounts, with the match that takes the place of the old one.
    private IEnumerable<MatchCommand> Following(EntryRecord releasing)
    {
        var reversal = _commands.Reversal(releasing);
        return releasing.Matching.Release(Why(releasing)).Next is { State: EntryState.Claimed } corrected
            ? reversal.Concat(_commands.Posting(releasing with { Matching = corrected }))
            : reversal;
    }

    private async Task<Refusal?> AgainstAsync(IEnumerable<MatchCommand> commands, CancellationToken cancellation)
    {
        foreach (var account in commands.GroupBy(c => c.Account))
        {
            if (await accounts.CheckAsync(account.Key, [.. account.Select(c => c.Command)], cancellation) is { } against)
                return against;
        }

        return null;
    }

    private async Task<Refusal?> TakeBackAsync(EntryRecord releasing, CancellationToken cancellation)
    {
        var isTakenBack = false;
        foreach (var (_, account, command) in _commands.Reversal(releasing))
        {
            var refusal = await accounts.DecideAsync(account, command, cancellation);
            // A return of what the account does not know needs no reversal there.
            if (refusal is not null && refusal.Code != Refusals.PaymentUnknown && !isTakenBack && releasing.Matching.Keep().Next is not null)
                return await KeepAsync(releasing, refusal, cancellation);
            isTakenBack |= refusal is null;
        }

        var (moved, refusals) = await MoveAsync([releasing], e => e, (_, matching) => matching.Release(Why(releasing)), cancellation);
        if (moved[0] is not { Matching.State: EntryState.Claimed } corrected)
            return refusals[0];
        return (await PostAsync([corrected], cancellation)).GetValueOrDefault(corrected.Payment.Id);
    }

    // An account changed since it was asked: the bank took the money back, or what a return reopened was paid.
    private async Task<Refusal?> KeepAsync(EntryRecord releasing, Refusal refusal, CancellationToken cancellation)
    {
        await MoveAsync([releasing], e => e, (_, matching) => matching.Keep(), cancellation);
        return refusal;
    }

    private static Evidence Why(EntryRecord releasing)
    {
        var undoing = releasing.Matching.Undoing;
        return Evidence.Of(EvidenceKind.MatchUndone, undoing?.By.Name ?? "", undoing?.Because ?? "");
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
/// <param name="Plan">What it is taken for, by whom and on what evidence.</param>
public sealed record PlannedMatch(EntryRecord Entry, MatchPlan Plan);
