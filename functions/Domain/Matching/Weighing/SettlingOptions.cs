using System.Collections.Immutable;

namespace Reconciliation.Domain.Matching.Weighing;

/// <summary>The ways in which money settles a document in full or up to a term.</summary>
internal static class SettlingOptions
{
    /// <summary>
    /// The document as a whole, or less its discount while that is in time; with terms, any number of open ones from the
    /// oldest on, or a single later one. None where nothing is open.
    /// </summary>
    public static IReadOnlyList<SettlingOption> Of(OpenDocument document, Remaining remaining, DateOnly bookedOn)
    {
        var options = new List<SettlingOption>();
        var total = 0L;
        var first = -1;
        for (var i = 0; i < document.Parts.Length; i++)
        {
            var open = remaining.Of(document.Parts[i]);
            if (open == 0)
                continue;
            first = first < 0 ? i : first;
            total += open;
            Add(new SettlingOption(total, first, i - first + 1, 0));
        }

        for (var i = first + 1; first >= 0 && i < document.Parts.Length; i++)
            Add(new SettlingOption(remaining.Of(document.Parts[i]), i, 1, 0));
        if (DiscountOf(document, total, bookedOn) is { } discount)
            Add(new SettlingOption(total - discount, 0, 1, discount));
        return options;

        void Add(SettlingOption option)
        {
            if (option.Amount != 0 && options.All(known => known.Amount != option.Amount))
                options.Add(option);
        }
    }

    /// <summary>The parts that an option settles.</summary>
    public static IEnumerable<SettledPart> Parts(OpenDocument document, SettlingOption option, Remaining remaining)
    {
        for (var i = option.FirstPart; i < option.FirstPart + option.Parts; i++)
        {
            if (remaining.Of(document.Parts[i]) is var open && open != 0)
                yield return new SettledPart(document.Parts[i], open - option.Discount, option.Discount);
        }
    }

    /// <summary>The parts of documents that money settles when it does not suffice, the oldest due first; what is left is returned.</summary>
    public static (ImmutableArray<SettledPart> Parts, long Left) OldestFirst(IEnumerable<OpenDocument> documents, long money, Remaining remaining)
    {
        var settled = ImmutableArray.CreateBuilder<SettledPart>();
        var parts = documents.SelectMany(document => document.Parts)
            .OrderBy(part => part.Item.DueDate).ThenBy(part => part.Position);
        foreach (var part in parts)
        {
            var share = Math.Min(money, remaining.Of(part));
            if (share <= 0)
                continue;
            settled.Add(new SettledPart(part, share, 0));
            money -= share;
        }

        return (settled.ToImmutable(), money);
    }

    /// <summary>The discount, where nothing of the document was paid before and the payment is in time.</summary>
    private static long? DiscountOf(OpenDocument document, long open, DateOnly bookedOn) =>
        document.Receivable.Discount is { } discount && document.Parts is [{ Item.Instalment: null }]
        && bookedOn <= discount.Until && open == document.Receivable.SignedAmount.MinorUnits && discount.Amount.IsPositive
        && discount.Amount.MinorUnits < open
            ? discount.Amount.MinorUnits
            : null;
}
