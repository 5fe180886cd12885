using System.Collections.Immutable;
using Reconciliation.Benchmarks.Matching.Data;
using Reconciliation.Benchmarks.Matching.Scores;
using Reconciliation.Domain.Matching;

namespace Reconciliation.Benchmarks.Matching.Rivals;

/// <summary>
/// The payment reconciliation journal of Business Central, re-made from its public description: every candidate gets the
/// score of the first rule that applies, and the best are applied one after another; medium and high by the machine.
/// </summary>
/// <param name="isOldestFirst">Of equal candidates the oldest goes first; the original reads its table backwards, so the newest does.</param>
internal sealed class BusinessCentralRule(bool isOldestFirst) : IMatchingRule
{
    // Rules of the lowest level need neither party nor document; so many of an amount are worth showing.
    private const int MostOfAmount = 5;
    private const int MostNamesakes = 400;

    public string Name => isOldestFirst ? "Business Central, oldest first" : "Business Central";

    public IReadOnlyList<Answer> Decide(MatchingCase data)
    {
        var ledger = new RivalLedger(data.Items);
        var candidates = new List<Candidate>();
        for (var line = 0; line < data.Payments.Count; line++)
        {
            if (data.Payments[line].Amount.IsPositive)
                candidates.AddRange(CandidatesOf(line, data.Payments[line], ledger));
        }

        var ranked = candidates.OrderByDescending(c => c.Score).ThenByDescending(c => c.Entries.Length);
        ranked = isOldestFirst
            ? ranked.ThenBy(c => c.Entries[0].Item.DueDate).ThenBy(c => c.Line)
            : ranked.ThenByDescending(c => c.Line).ThenByDescending(c => c.Entries[0].Order);
        return Apply(data, [.. ranked]);
    }

    private static Answer[] Apply(MatchingCase data, List<Candidate> ranked)
    {
        var proposals = new List<Proposed>[data.Payments.Count];
        var answers = new Answer?[data.Payments.Count];
        foreach (var candidate in ranked.Where(candidate => candidate.Entries.Any(entry => entry.Remaining > 0)))
        {
            if (answers[candidate.Line] is not null)
                continue;
            var isAuto = candidate.Score >= ApplicationRules.Medium;
            var parts = PartsOf(candidate, data.Payments[candidate.Line], isAuto);
            var proposed = new Proposed(parts, null, "");
            if (isAuto)
                answers[candidate.Line] = new Answer(MatchVerdict.Auto, [proposed]);
            else
                (proposals[candidate.Line] ??= []).Add(proposed);
        }

        return [.. answers.Select((answer, line) => answer ?? Left(proposals[line]))];
    }

    private static Answer Left(List<Proposed>? shown) => shown is null ? Answer.None : new Answer(MatchVerdict.Review, [.. shown.Take(3)]);

    /// <summary>The entries by due date until the payment is used up.</summary>
    private static ImmutableArray<Part> PartsOf(Candidate candidate, Payment payment, bool take)
    {
        var left = payment.Amount.MinorUnits;
        var parts = ImmutableArray.CreateBuilder<Part>();
        foreach (var entry in candidate.Entries.OrderBy(entry => entry.Item.DueDate))
        {
            var share = Math.Min(left, entry.Remaining);
            if (share <= 0)
                continue;
            parts.Add(new Part(entry.Item.Receivable.Number, entry.Item.Instalment, share));
            left -= share;
            if (take)
                entry.Remaining = share == entry.OpenOn(payment.BookedOn) ? 0 : entry.Remaining - share;
        }

        return parts.ToImmutable();
    }

    private static IEnumerable<Candidate> CandidatesOf(int line, Payment payment, RivalLedger ledger)
    {
        var text = RivalText.Of(payment);
        var named = Named(payment, text, ledger);
        var amount = payment.Amount.MinorUnits;
        var ofAmount = ledger.OfAmount(amount).Where(entry => entry.Open == amount || entry.OpenOn(payment.BookedOn) == amount).Distinct().ToList();
        var debtors = named.Concat(ofAmount.Take(MostOfAmount)).Select(ledger.DebtorOf).Concat(PossibleParties(payment, text, ledger));
        foreach (var debtor in debtors.Distinct())
        {
            var party = PartyOf(debtor, payment, text, ledger);
            var documents = debtor.Entries.Where(named.Contains).ToImmutableArray();
            if (documents.Length > 1)
            {
                var isSum = documents.Sum(entry => entry.OpenOn(payment.BookedOn)) == amount || documents.Sum(entry => entry.Open) == amount;
                yield return new Candidate(line, documents, ApplicationRules.Score(party, DocumentMatch.Multiple, isSum ? AmountMatch.One : AmountMatch.None));
            }

            foreach (var entry in debtor.Entries)
            {
                var document = named.Contains(entry) ? DocumentMatch.Yes : DocumentMatch.No;
                var fits = !ofAmount.Contains(entry) ? AmountMatch.None : ofAmount.Count == 1 ? AmountMatch.One : AmountMatch.Multiple;
                if (ApplicationRules.Score(party, document, fits) is var score and > 0)
                    yield return new Candidate(line, [entry], score);
            }
        }
    }

    private static HashSet<RivalEntry> Named(Payment payment, string text, RivalLedger ledger)
    {
        var named = payment.Detail.CreditorReferences.Select(RivalText.Compact).SelectMany(ledger.OfToken).ToHashSet();
        foreach (var entry in RivalText.Tokens(text).Distinct().SelectMany(ledger.OfToken))
        {
            if (IsIn(entry.Number, text) || (entry.ExternalNumber is { } external && IsIn(external, text)))
                named.Add(entry);
        }

        return named;
    }

    private static bool IsIn(string number, string text) => number.Length >= 4 && RivalText.StandsIn(number, text);

    private static IEnumerable<RivalDebtor> PossibleParties(Payment payment, string text, RivalLedger ledger) =>
        ledger.OfAccount(payment.Detail.Counterparty.Account).Concat(
            RivalText.Tokens(payment.Detail.Counterparty.Name?.ToUpperInvariant() ?? text).Where(word => word.Length >= 4)
                .Select(ledger.OfWord).Where(debtors => debtors.Count <= MostNamesakes).SelectMany(debtors => debtors));

    private static RelatedParty PartyOf(RivalDebtor debtor, Payment payment, string text, RivalLedger ledger)
    {
        var party = payment.Detail.Counterparty;
        if (debtor.Debtor.Ibans.Any(iban => iban.Value == party.Account))
            return RelatedParty.Fully;
        var described = party.Name?.ToUpperInvariant() ?? text;
        if (described.Length * 100 < debtor.Name.Length * 65 || Nearness.Of(described, debtor.Name) < 95)
            return RelatedParty.No;
        return ledger.IsOnlyOfItsName(debtor) ? RelatedParty.Fully : RelatedParty.Partially;
    }

    private sealed record Candidate(int Line, ImmutableArray<RivalEntry> Entries, int Score);
}
