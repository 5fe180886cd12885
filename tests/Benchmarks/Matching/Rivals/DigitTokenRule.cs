using System.Collections.Immutable;
using Reconciliation.Benchmarks.Matching.Data;
using Reconciliation.Benchmarks.Matching.Scores;
using Reconciliation.Domain.Matching;

namespace Reconciliation.Benchmarks.Matching.Rivals;

/// <summary>
/// The invoice matching of Odoo's reconcile models, re-made from its public description: words of four digits and more
/// are compared with the digits of numbers; a hit may be applied by the machine, less than what is open may not.
/// </summary>
internal sealed class DigitTokenRule : IMatchingRule
{
    private const int LeastDigits = 4;

    public string Name => "Odoo, digit tokens";

    public IReadOnlyList<Answer> Decide(MatchingCase data)
    {
        var ledger = new RivalLedger(data.Items);
        var byDigits = Index(ledger);
        return [.. data.Payments.Select(payment => payment.Amount.IsPositive ? Decide(payment, ledger, byDigits) : Answer.None)];
    }

    private static Dictionary<string, List<RivalEntry>> Index(RivalLedger ledger)
    {
        var index = new Dictionary<string, List<RivalEntry>>(StringComparer.Ordinal);
        foreach (var entry in ledger.Entries)
        {
            string?[] numbers = [entry.Number, entry.ExternalNumber, entry.Item.Receivable.StructuredReference];
            foreach (var digits in numbers.OfType<string>().Select(RivalText.Digits).Distinct())
            {
                if (!index.TryGetValue(digits, out var entries))
                    index.Add(digits, entries = []);
                entries.Add(entry);
            }
        }

        return index;
    }

    private static Answer Decide(Payment payment, RivalLedger ledger, Dictionary<string, List<RivalEntry>> byDigits)
    {
        var text = RivalText.Of(payment);
        var partner = PartnerOf(payment, text, ledger);
        var tokens = text.Split(' ').Concat(payment.Detail.CreditorReferences)
            .Where(word => word.Length >= LeastDigits).Select(RivalText.Digits).Where(digits => digits.Length >= LeastDigits).Distinct();
        var hits = tokens.SelectMany(token => byDigits.GetValueOrDefault(token) ?? [])
            .Where(entry => entry.Remaining > 0 && (partner is null || ledger.DebtorOf(entry) == partner))
            .CountBy(entry => entry).OrderByDescending(hit => hit.Value).ThenBy(hit => hit.Key.Item.DueDate).ThenBy(hit => hit.Key.Order)
            .Select(hit => hit.Key).ToList();
        if (hits.Count > 0)
            return Apply(payment, hits);
        var open = (partner?.Entries ?? []).Where(entry => entry.Remaining > 0).OrderBy(entry => entry.Item.DueDate).ThenBy(entry => entry.Order).ToList();
        return open.Count == 0 ? Answer.None : new Answer(MatchVerdict.Review, [new Proposed([.. Chosen(payment, open).Select(Part)], null, "")]);
    }

    private static Answer Apply(Payment payment, List<RivalEntry> hits)
    {
        var chosen = Chosen(payment, hits).ToList();
        var proposed = new Proposed([.. chosen.Select(Part)], null, "");
        var isPerfect = chosen.All(c => c.Share == c.Entry.Remaining || c.Share == c.Entry.OpenOn(payment.BookedOn));
        if (!isPerfect)
            return new Answer(MatchVerdict.Review, [proposed]);
        foreach (var (entry, _) in chosen)
            entry.Remaining = 0;
        return new Answer(MatchVerdict.Auto, [proposed]);
    }

    /// <summary>One that is of the amount, with the discount before without; else those that there is room for, in order.</summary>
    private static IEnumerable<(RivalEntry Entry, long Share)> Chosen(Payment payment, List<RivalEntry> entries)
    {
        var amount = payment.Amount.MinorUnits;
        if (entries.FirstOrDefault(entry => entry.OpenOn(payment.BookedOn) == amount && entry.Remaining == entry.Open) is { } discounted)
            return [(discounted, amount)];
        if (entries.FirstOrDefault(entry => entry.Remaining == amount) is { } exact)
            return [(exact, amount)];
        var chosen = new List<(RivalEntry, long)>();
        foreach (var entry in entries.TakeWhile(_ => amount > 0))
        {
            chosen.Add((entry, Math.Min(amount, entry.Remaining)));
            amount -= Math.Min(amount, entry.Remaining);
        }

        return chosen;
    }

    /// <summary>By account where only one has it; by a name that contains the payer's; by a name all of whose words stand in the text.</summary>
    private static RivalDebtor? PartnerOf(Payment payment, string text, RivalLedger ledger)
    {
        if (ledger.OfAccount(payment.Detail.Counterparty.Account) is [var only])
            return only;
        if (payment.Detail.Counterparty.Name?.ToUpperInvariant() is { Length: > 0 } name
            && RivalText.Tokens(name).Where(word => word.Length >= 3).Select(ledger.OfWord).MinBy(debtors => debtors.Count) is { } namesakes
            && namesakes.FirstOrDefault(debtor => debtor.Name.Contains(name, StringComparison.Ordinal)) is { } found)
            return found;
        var words = RivalText.Tokens(text).ToHashSet(StringComparer.Ordinal);
        return words.Where(word => word.Length >= 3).SelectMany(ledger.OfWord)
            .FirstOrDefault(debtor => RivalText.Tokens(debtor.Name).Where(word => word.Length >= 3).All(words.Contains));
    }

    private static Part Part((RivalEntry Entry, long Share) chosen) =>
        new(chosen.Entry.Item.Receivable.Number, chosen.Entry.Item.Instalment, chosen.Share);
}
