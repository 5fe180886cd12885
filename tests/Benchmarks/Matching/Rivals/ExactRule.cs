using Reconciliation.Benchmarks.Matching.Data;
using Reconciliation.Benchmarks.Matching.Scores;
using Reconciliation.Domain.Matching;

namespace Reconciliation.Benchmarks.Matching.Rivals;

/// <summary>What any tool can: the number stands in the text as it is printed, the amount is equal, and only one entry is so.</summary>
internal sealed class ExactRule : IMatchingRule
{
    public string Name => "number and amount equal";

    public IReadOnlyList<Answer> Decide(MatchingCase data)
    {
        var ledger = new RivalLedger(data.Items);
        return [.. data.Payments.Select(payment => Decide(payment, ledger))];
    }

    private static Answer Decide(Payment payment, RivalLedger ledger)
    {
        var text = RivalText.Of(payment);
        var references = payment.Detail.CreditorReferences.Select(RivalText.Compact).ToHashSet(StringComparer.Ordinal);
        var found = ledger.OfAmount(payment.Amount.MinorUnits)
            .Where(entry => entry.Remaining == payment.Amount.MinorUnits && IsNamed(entry, text, references)).ToList();
        if (found.Count != 1)
            return Answer.None;
        found[0].Remaining = 0;
        var part = new Part(found[0].Item.Receivable.Number, found[0].Item.Instalment, payment.Amount.MinorUnits);
        return new Answer(MatchVerdict.Auto, [new Proposed([part], null, "")]);
    }

    private static bool IsNamed(RivalEntry entry, string text, HashSet<string> references) =>
        RivalText.StandsIn(entry.Number, text)
        || (entry.Item.Receivable.StructuredReference is { } reference
            && (references.Contains(RivalText.Compact(reference)) || text.Contains(reference.ToUpperInvariant(), StringComparison.Ordinal)));
}
