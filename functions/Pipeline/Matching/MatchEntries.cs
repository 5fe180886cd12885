using System.Collections.Immutable;
using Reconciliation.Domain.Ledger;
using Reconciliation.Domain.Matching;
using Reconciliation.Domain.Statements;
using Reconciliation.Pipeline.Messages;
using Reconciliation.Pipeline.Ports;
using Reconciliation.Pipeline.Telemetry;

namespace Reconciliation.Pipeline.Matching;

/// <summary>
/// Explains bank entries: finds the accounts that they may concern, reads what is open there, lets the matcher decide,
/// applies what it is sure of and lays the rest before people. The index only finds accounts; what is open comes from
/// the accounts themselves, so a stale index never leads to a wrong match.
/// </summary>
public sealed class MatchEntries(
    IStatementStore statements, EntrySurroundings surroundings, MatchPosting posting, CreditorSettings settings, TimeProvider time)
{
    private const int BatchSize = 500;
    private const int MostRounds = 3;
    private const int MostLooks = 10;

    /// <summary>Explains the entries that a file brought. Safe to repeat; finishes what an interrupted run began.</summary>
    public Task HandleAsync(EntriesAccepted accepted, CancellationToken cancellation) =>
        StepAsync(accepted.File, () => MatchAsync(
            new EntryFilter([EntryState.New, EntryState.Claimed, EntryState.Releasing], accepted.File), cancellation));

    /// <summary>Explains the entries of a part of a file.</summary>
    public Task HandleAsync(FilePart part, CancellationToken cancellation) =>
        StepAsync(part.File, () => MatchAsync(
            new EntryFilter([EntryState.New, EntryState.Claimed, EntryState.Releasing], part.File, From: part.From, To: part.To), cancellation));

    /// <summary>Receivables came in: looks again.</summary>
    public Task HandleAsync(ReceivablesImported imported, CancellationToken cancellation) => LookAgainAsync(cancellation);

    /// <summary>
    /// Looks again at every entry without explanation, except those that people took in hand, until nothing more follows:
    /// what one payment settles may leave another with a single explanation, or with none.
    /// </summary>
    public Task LookAgainAsync(CancellationToken cancellation) => StepAsync(null, () => MatchUntilAtRestAsync(cancellation));

    private static Task StepAsync(string? file, Func<Task<int>> match) => PipelineTelemetry.StepAsync("entries.match", async step =>
    {
        var explained = await match();
        step?.SetTag("file.sha256", file).SetTag("entries.explained", explained);
    });

    private async Task<int> MatchUntilAtRestAsync(CancellationToken cancellation)
    {
        var explained = 0;
        var all = new EntryFilter([EntryState.New, EntryState.Claimed, EntryState.Releasing, EntryState.Unexplained, EntryState.Review]);
        for (var look = 1; look <= MostLooks && await MatchAsync(all, cancellation) is > 0 and var more; look++)
            explained += more;
        return explained;
    }

    /// <returns>How many entries were explained.</returns>
    private async Task<int> MatchAsync(EntryFilter filter, CancellationToken cancellation)
    {
        var explained = 0;
        string? continuation = null;
        do
        {
            var page = await statements.EntriesAsync(filter, new PageRequest(BatchSize, continuation), cancellation);
            await posting.FinishAsync(page.Items, cancellation);
            var waiting = page.Items.Where(e => e.Matching is
                { State: EntryState.New or EntryState.Unexplained or EntryState.Review, IsLeftToPeople: false }).ToList();
            // Money in first: what comes back may have come in with the same file.
            explained += await MatchAsync(waiting.FindAll(e => !e.Payment.Amount.IsNegative), cancellation);
            explained += await MatchAsync(waiting.FindAll(e => e.Payment.Amount.IsNegative), cancellation);
            continuation = page.Continuation;
        }
        while (continuation is not null);

        return explained;
    }

    private async Task<int> MatchAsync(List<EntryRecord> entries, CancellationToken cancellation)
    {
        var explained = 0;
        for (var round = 1; entries.Count > 0 && round <= MostRounds; round++)
        {
            var decisions = await DecideAsync(entries, cancellation);
            await ProposeAsync(entries, decisions, cancellation);
            var sure = Sure(entries, decisions);
            var refusals = await posting.MatchAsync(sure, cancellation);
            var matched = refusals.Count(refusal => refusal is null);
            PipelineMetrics.Matches(MatchVerdict.Auto, matched);
            explained += matched;
            entries = await LostAsync(sure.Where((_, i) => refusals[i] is not null), cancellation);
        }

        return explained;
    }

    private async Task<ImmutableArray<MatchDecision>> DecideAsync(List<EntryRecord> entries, CancellationToken cancellation)
    {
        var payments = entries.ConvertAll(e => e.Payment);
        var known = await surroundings.LoadAsync(payments, settings.Matching.Rules, cancellation);
        return Matcher.Match(payments, OpenItems.Of(known.Accounts.SelectMany(a => OpenItem.Of(a))), known.History, settings.Matching);
    }

    private List<PlannedMatch> Sure(List<EntryRecord> entries, ImmutableArray<MatchDecision> decisions) =>
    [
        .. from pair in entries.Zip(decisions)
           where pair.Second.Verdict == MatchVerdict.Auto
           let best = pair.Second.Candidates[0]
           select new PlannedMatch(pair.First, MatchPlan.Of(best, By(pair.Second))),
    ];

    // An entry that somebody moved meanwhile is theirs: its update is lost, and nothing is done about it here.
    private async Task ProposeAsync(List<EntryRecord> entries, ImmutableArray<MatchDecision> decisions, CancellationToken cancellation)
    {
        var updates = new List<EntryUpdate>();
        var verdicts = new List<MatchVerdict>();
        foreach (var (entry, decision) in entries.Zip(decisions).Where(pair => pair.Second.Verdict != MatchVerdict.Auto))
        {
            var candidates = decision.Verdict == MatchVerdict.Review ? decision.Candidates : [];
            if (entry.Matching.Propose(candidates, decision.Evidence).Next is not { } next)
                continue;
            updates.Add(new EntryUpdate(next, entry.Version));
            verdicts.Add(decision.Verdict);
        }

        if (updates.Count == 0)
            return;
        var written = await statements.UpdateAsync(updates, cancellation);
        foreach (var group in verdicts.Where((_, i) => written[i]).CountBy(verdict => verdict))
            PipelineMetrics.Matches(group.Key, group.Value);
    }

    // What the accounts stood against is decided anew on the accounts as they are now.
    private async Task<List<EntryRecord>> LostAsync(IEnumerable<PlannedMatch> refused, CancellationToken cancellation)
    {
        var lost = new List<EntryRecord>();
        foreach (var planned in refused)
        {
            var again = await statements.FindEntryAsync(planned.Entry.Payment.Id, cancellation);
            if (again is { Matching: { State: EntryState.New or EntryState.Unexplained or EntryState.Review, IsLeftToPeople: false } })
                lost.Add(again);
        }

        return lost;
    }

    private Decision By(MatchDecision decision) => new(
        time.GetLocalNow(),
        decision.By(settings.Matching),
        string.Join("; ", decision.Candidates[0].Evidence.Select(e => EvidenceText.Say(e, "en"))));
}
