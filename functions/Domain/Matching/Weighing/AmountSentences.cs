using System.Globalization;
using Reconciliation.Domain.Matching.Reading;

namespace Reconciliation.Domain.Matching.Weighing;

/// <summary>States how the amount compares, with the figures that a person wants to see.</summary>
internal sealed class AmountSentences(Clues clues)
{
    /// <summary>A payment in a few words: its day and amount.</summary>
    public static string Name(Payment payment) =>
        string.Create(CultureInfo.InvariantCulture, $"{payment.BookedOn:yyyy-MM-dd} {payment.Amount}");

    /// <summary>The amount is that of a set of documents.</summary>
    public void Exact(ProposalDraft draft, ExactSet set, int points)
    {
        var numbers = string.Join(", ", set.Members.Select(member => Name(member.Document, member.Option)));
        var discount = set.Members.Sum(member => member.Option.Discount);
        if (discount != 0)
            draft.With(EvidenceKind.AmountLessDiscount, points, Text(clues.Amount), numbers, Text(discount));
        else
            draft.With(set.Members.Count == 1 ? EvidenceKind.AmountExact : EvidenceKind.AmountOfSeveral, points, Text(clues.Amount), numbers);
    }

    /// <summary>The amount is less than what is open.</summary>
    public void Partial(ProposalDraft draft, long open, int points) =>
        draft.With(EvidenceKind.AmountPartial, points, Text(clues.Amount), Text(open));

    /// <summary>The amount is more than what is open.</summary>
    public void Above(ProposalDraft draft, long open, int points) =>
        draft.With(EvidenceKind.AmountAbove, points, Text(clues.Amount), Text(open), Text(clues.Amount - open));

    /// <summary>What the bank kept is missing.</summary>
    public void LessCharges(ProposalDraft draft, long open, int points) =>
        draft.With(EvidenceKind.AmountLessCharges, points, Text(clues.Amount), Text(open), Text(open - clues.Amount));

    private static string Name(OpenDocument document, SettlingOption option)
    {
        if (document.Parts[0].Item.Instalment is null)
            return document.Receivable.Number;
        var terms = document.Parts.Skip(option.FirstPart).Take(option.Parts).Select(part => part.Item.Instalment);
        return $"{document.Receivable.Number} ({string.Join('+', terms)})";
    }

    private string Text(long minorUnits) => new Money(minorUnits, clues.Currency).ToString();
}
