namespace Reconciliation.Benchmarks.Matching.Rivals;

/// <summary>The rules that are measured.</summary>
internal static class AllRules
{
    /// <summary>The product's matcher, and on request what others do.</summary>
    public static IReadOnlyList<IMatchingRule> Of(bool withRivals) => withRivals
        ? [new ProductRule(), new ExactRule(), new BusinessCentralRule(isOldestFirst: false), new BusinessCentralRule(isOldestFirst: true), new DigitTokenRule()]
        : [new ProductRule()];
}
