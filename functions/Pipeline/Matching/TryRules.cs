using System.Collections.Immutable;
using Reconciliation.Domain;
using Reconciliation.Domain.Ledger;
using Reconciliation.Domain.Matching;
using Reconciliation.Domain.Matching.Rules;
using Reconciliation.Pipeline.Ports;

namespace Reconciliation.Pipeline.Matching;

/// <summary>
/// Tries rules on past entries of the ledger: says of each what would have been decided, and writes nothing. What the
/// entries of the period settled counts as open again, so that they are decided as if for the first time. Payers that
/// accounts learnt meanwhile are known from the beginning.
/// </summary>
public sealed class TryRules(
    IStatementStore statements, IAccountStreams streams, EntrySurroundings surroundings, CreditorSettings settings, TimeProvider time)
{
    private const int BatchSize = 500;
    private const int UsualDays = 90;

    /// <summary>More entries lie in the period than were asked for at most.</summary>
    public static Refusal PeriodTooLong { get; } = new("rules-period-too-long", "More entries lie in this period than can be tried at once; name a shorter one.");

    /// <summary>Tries rules.</summary>
    /// <param name="rules">The rules, in the place of those in force.</param>
    /// <param name="from">The first booking day; null for 90 days before the last.</param>
    /// <param name="to">The last booking day, inclusive; null for today.</param>
    /// <param name="most">How many entries are tried at most.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <returns>Every entry of the period, or the refusal.</returns>
    public async Task<RulesTried> HandleAsync(RuleBook rules, DateOnly? from, DateOnly? to, int most, CancellationToken cancellation)
    {
        var last = to ?? DateOnly.FromDateTime(time.GetLocalNow().DateTime);
        var first = from ?? last.AddDays(-UsualDays);
        var entries = await EntriesAsync(new EntryFilter([], From: first, To: last), most, cancellation);
        if (entries.Count > most)
            return new RulesTried(first, last, [], PeriodTooLong);
        var (open, payers, applied) = await KnownAsync(entries, rules, cancellation);
        var without = Decide(entries, open, payers, applied, settings.Matching);
        var with = Decide(entries, open, payers, applied, settings.Matching with { Rules = rules });
        var tried = entries.Select(entry => RuleTrial.Compare(StandingEntry.Of(entry.Matching), without[entry.Payment.Id], with[entry.Payment.Id]));
        return new RulesTried(
            first, last, [.. tried.OrderBy(entry => entry.Change).ThenBy(entry => entry.Payment.BookedOn).ThenBy(entry => entry.Payment.Id, StringComparer.Ordinal)], null);
    }

    private async Task<List<EntryRecord>> EntriesAsync(EntryFilter filter, int most, CancellationToken cancellation)
    {
        var entries = new List<EntryRecord>();
        string? continuation = null;
        do
        {
            var page = await statements.EntriesAsync(filter, new PageRequest(BatchSize, continuation), cancellation);
            entries.AddRange(page.Items);
            continuation = page.Continuation;
        }
        while (continuation is not null && entries.Count <= most);

        return entries;
    }

    private async Task<(OpenItems Open, List<KnownPayer> Payers, List<AppliedPayment> Applied)> KnownAsync(
        List<EntryRecord> entries, RuleBook rules, CancellationToken cancellation)
    {
        var accounts = new Dictionary<AccountId, DebtorAccount>();
        var payers = new List<KnownPayer>();
        var applied = new List<AppliedPayment>();
        foreach (var batch in entries.Chunk(BatchSize))
        {
            var payments = batch.Select(entry => entry.Payment).ToList();
            foreach (var book in (RuleBook[])[rules, settings.Matching.Rules])
            {
                var known = await surroundings.LoadAsync(payments, book, cancellation);
                payers.AddRange(known.Payers);
                applied.AddRange(known.Applied);
                Add(accounts, known.Accounts);
            }

            var settled = batch.SelectMany(entry => Shares(entry)).Select(share => share.Account).Distinct().Where(account => !accounts.ContainsKey(account)).ToList();
            Add(accounts, await streams.LoadAsync(settled, cancellation));
        }

        return (Reopened(accounts.Values, entries), [.. payers.Distinct()], [.. applied.DistinctBy(payment => payment.MatchId)]);
    }

    private static void Add(Dictionary<AccountId, DebtorAccount> accounts, IEnumerable<DebtorAccount> loaded)
    {
        foreach (var account in loaded)
            accounts[account.Id] = account;
    }

    /// <summary>What is open, and what the entries settled beside it.</summary>
    private static OpenItems Reopened(IEnumerable<DebtorAccount> accounts, List<EntryRecord> entries)
    {
        var returned = entries.Select(entry => entry.Matching.Match?.Explanation).OfType<ReturnedPayment>().Select(back => back.Applied.MatchId).ToHashSet();
        var settled = new Dictionary<(AccountId Account, string Receivable, int? Instalment), Money>();
        foreach (var entry in entries.Where(entry => entry.Matching.Match is { } match && !returned.Contains(match.Id)))
        {
            foreach (var share in Shares(entry))
            {
                foreach (var part in share.Allocations.Concat(share.Discounts).Concat(share.Charges).Concat(share.WriteOffs))
                {
                    var key = (share.Account, part.Receivable, part.Instalment);
                    settled[key] = settled.TryGetValue(key, out var before) ? before + part.Amount : part.Amount;
                }
            }
        }

        return OpenItems.Of(accounts.SelectMany(account => OpenItem.Of(account)).Select(item =>
            settled.TryGetValue((item.Account, item.Receivable.Number, item.Instalment), out var back) ? item with { Open = item.Open + back } : item));
    }

    private static ImmutableArray<AccountShare> Shares(EntryRecord entry) =>
        entry.Matching is { State: EntryState.Explained, Match.Explanation: Settlement settlement } ? settlement.Shares : [];

    // As the pipeline does: money in by itself, then money out against what stands applied.
    private static Dictionary<string, MatchDecision> Decide(
        List<EntryRecord> entries, OpenItems open, List<KnownPayer> payers, List<AppliedPayment> applied, MatchingPolicy policy)
    {
        var payments = entries.ConvertAll(entry => entry.Payment);
        var credits = Matcher.Match(payments.FindAll(payment => !payment.Amount.IsNegative), open, PaymentHistory.Of(payers, []), policy);
        var debits = Matcher.Match(payments.FindAll(payment => payment.Amount.IsNegative), open, PaymentHistory.Of(payers, applied), policy);
        return credits.Concat(debits).ToDictionary(decision => decision.Payment.Id);
    }
}

/// <summary>What trying rules came to.</summary>
/// <param name="From">The first booking day.</param>
/// <param name="To">The last booking day, inclusive.</param>
/// <param name="Entries">Every entry of the period, the gravest changes first.</param>
/// <param name="Refusal">Why nothing was tried; null where it was.</param>
public sealed record RulesTried(DateOnly From, DateOnly To, ImmutableArray<TriedEntry> Entries, Refusal? Refusal);
