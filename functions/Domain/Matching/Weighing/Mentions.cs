using Reconciliation.Domain.Matching.Reading;

namespace Reconciliation.Domain.Matching.Weighing;

/// <summary>Finds out whether and how a payment names a document.</summary>
internal static class Mentions
{
    // Shorter rows of digits are one slip away from too many others.
    private const int LeastNearDigits = 5;

    /// <summary>The strongest way in which the payment names the document; null for none.</summary>
    public static Mention? Of(Clues clues, OpenDocument document) =>
        Structured(clues, document)
        ?? Exact(clues, document.Number, EvidenceKind.NumberFound)
        ?? Reshaped(clues, document.Number)
        ?? (document.Order is { } order ? Exact(clues, order, EvidenceKind.OrderNumberFound) : null);

    /// <summary>
    /// A number in the payment that is one slip away from the document's; null for none. Where the slip made it another
    /// debtor's number it explains that number, but proves nothing; where it is another of the same debtor, it is no slip.
    /// </summary>
    public static Mention? Nearly(Clues clues, OpenDocument document, Naming naming)
    {
        foreach (var form in document.Number.Forms.Where(form => form.Digits.Length >= LeastNearDigits))
        {
            foreach (var mention in clues.Numbers.All)
            {
                if (mention.Digits.Length < LeastNearDigits || !OneOff.Are(mention.Digits, form.Digits))
                    continue;
                var other = naming.NamedBy(mention);
                if (other?.Account != document.Account)
                    return At(clues, EvidenceKind.NumberNearlyFound, other is null ? Weights.NearlyFound : 0, document.Number.Written, mention.Range);
            }
        }

        return null;
    }

    /// <summary>A text of the payment that ends with the beginning of the document's number; null for none.</summary>
    public static Mention? Cut(Clues clues, OpenDocument document)
    {
        for (var place = 0; place < clues.Texts.Length; place++)
        {
            var text = clues.Texts[place];
            if (text.CutTail() is not { } first)
                continue;
            var tail = text.Compact.AsSpan(text.Atoms[first].Start);
            if (document.Number.BeginsWith(tail))
                return At(
                    clues, EvidenceKind.NumberCut, Weights.OfCut(tail.Length), document.Number.Written, new AtomRange(place, first, text.Atoms.Length - 1));
        }

        return null;
    }

    /// <summary>Whether the payment shows the number as it is.</summary>
    public static Mention? Exact(Clues clues, DocumentNumber number, EvidenceKind kind)
    {
        if (number.Compact.Length == 0)
            return null;
        if (number.IsNumeric)
        {
            return clues.Numbers.Find(number.Forms[0].Digits) is { } mention
                ? At(clues, KindOf(kind, mention), Weights.OfShape(Weights.OfNumber(number, kind, mention.IsCued), mention), number.Written, mention.Range)
                : null;
        }

        for (var text = 0; text < clues.Texts.Length; text++)
        {
            if (clues.Texts[text].Find(number.Compact, out var glued) is not { } found)
                continue;
            var reshaped = glued || clues.Texts[text].CrossesLine(found.First, found.Last);
            var shown = reshaped && kind == EvidenceKind.NumberFound ? EvidenceKind.NumberFoundReshaped : kind;
            return At(clues, shown, Weights.OfNumber(number, kind, isCued: false), number.Written, new AtomRange(text, found.First, found.Last));
        }

        return null;
    }

    private static Mention? Structured(Clues clues, OpenDocument document)
    {
        if (document.CreditorReference is { } reference)
        {
            foreach (var found in clues.CreditorReferences)
            {
                if (found.Reference == reference)
                    return At(clues, EvidenceKind.StructuredReferenceEqual, Weights.StructuredReference, document.Receivable.Number, found.Range);
            }

            return null;
        }

        return document.Structured is { Compact.Length: >= 8 } structured
            ? Exact(clues, structured, EvidenceKind.StructuredReferenceEqual) is { } exact
                ? exact with { Points = Weights.StructuredReference, Number = document.Receivable.Number }
                : null
            : null;
    }

    private static Mention? Reshaped(Clues clues, DocumentNumber number)
    {
        foreach (var form in number.Forms)
        {
            if (clues.Numbers.Find(form.Digits) is not { } mention)
                continue;
            // "2025/00123" does not name FAC-2026-00123.
            if (form.Kind != NumberFormKind.Whole && number.Year is { } year && mention.YearBefore != 0 && mention.YearBefore != year)
                continue;
            return At(
                clues, EvidenceKind.NumberFoundReshaped, Weights.OfShape(Weights.OfForm(form, mention.IsCued), mention), number.Written, mention.Range);
        }

        return null;
    }

    private static EvidenceKind KindOf(EvidenceKind kind, NumberMention mention) =>
        kind == EvidenceKind.NumberFound && mention.Shape != NumberShape.Written ? EvidenceKind.NumberFoundReshaped : kind;

    private static Mention At(Clues clues, EvidenceKind kind, int points, string number, AtomRange range)
    {
        var text = clues.Texts[range.Text];
        var written = text.Written(range.First, range.Last);
        return text.IsCorrected
            ? new(kind == EvidenceKind.NumberFound ? EvidenceKind.NumberFoundReshaped : kind, Weights.OfCorrected(points), number, written, range)
            : new(kind, points, number, written, range);
    }
}
