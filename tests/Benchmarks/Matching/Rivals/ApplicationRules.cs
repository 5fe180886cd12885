namespace Reconciliation.Benchmarks.Matching.Rivals;

/// <summary>How the related party fits, in Business Central's words.</summary>
internal enum RelatedParty
{
    No,
    Partially,
    Fully,
}

/// <summary>Whether the text names documents.</summary>
internal enum DocumentMatch
{
    No,
    Yes,
    Multiple,
}

/// <summary>How many entries of the ledger have the amount.</summary>
internal enum AmountMatch
{
    None,
    One,
    Multiple,
}

/// <summary>The default payment application rules of Business Central.</summary>
internal static class ApplicationRules
{
    /// <summary>From here on a candidate is of medium confidence.</summary>
    public const int Medium = 2900;

    private static readonly (int Level, RelatedParty? Party, DocumentMatch? Document, AmountMatch? Amount)[] Rules =
    [
        (3, RelatedParty.Fully, DocumentMatch.Multiple, AmountMatch.One), (3, RelatedParty.Fully, DocumentMatch.Multiple, AmountMatch.Multiple),
        (3, RelatedParty.Fully, DocumentMatch.Yes, AmountMatch.One), (3, RelatedParty.Fully, DocumentMatch.Yes, AmountMatch.Multiple),
        (3, RelatedParty.Partially, DocumentMatch.Multiple, AmountMatch.One), (3, RelatedParty.Partially, DocumentMatch.Multiple, AmountMatch.Multiple),
        (3, RelatedParty.Partially, DocumentMatch.Yes, AmountMatch.One), (3, RelatedParty.Fully, DocumentMatch.No, AmountMatch.One),
        (3, RelatedParty.No, DocumentMatch.Multiple, AmountMatch.One), (3, RelatedParty.No, DocumentMatch.Multiple, AmountMatch.Multiple),
        (2, RelatedParty.Fully, DocumentMatch.Multiple, null), (2, RelatedParty.Fully, DocumentMatch.Yes, null),
        (2, RelatedParty.Fully, DocumentMatch.No, AmountMatch.Multiple), (2, RelatedParty.Partially, DocumentMatch.Multiple, null),
        (2, RelatedParty.Partially, DocumentMatch.Yes, null), (2, RelatedParty.No, DocumentMatch.Yes, AmountMatch.One),
        (2, RelatedParty.No, DocumentMatch.Multiple, null), (2, RelatedParty.Partially, DocumentMatch.No, AmountMatch.One),
        (2, RelatedParty.No, DocumentMatch.Yes, null),
        (1, RelatedParty.Fully, DocumentMatch.No, AmountMatch.None), (1, RelatedParty.Partially, DocumentMatch.No, AmountMatch.Multiple),
        (1, RelatedParty.Partially, DocumentMatch.No, AmountMatch.None), (1, RelatedParty.No, DocumentMatch.No, AmountMatch.One),
        (1, RelatedParty.No, DocumentMatch.No, AmountMatch.Multiple),
    ];

    /// <summary>The score of the first rule that applies: 1000 for each level, less its place within the level; 0 for none.</summary>
    public static int Score(RelatedParty party, DocumentMatch document, AmountMatch amount)
    {
        for (var (i, priority, level) = (0, 0, 0); i < Rules.Length; i++)
        {
            var rule = Rules[i];
            // The first high rule is that of direct debits by transaction identifier, which this data has none of.
            priority = rule.Level == level ? priority + 1 : rule.Level == 3 ? 2 : 1;
            level = rule.Level;
            if ((rule.Party ?? party) == party && (rule.Document ?? document) == document && (rule.Amount ?? amount) == amount)
                return (rule.Level * 1000) + 1000 - priority;
        }

        return 0;
    }
}
