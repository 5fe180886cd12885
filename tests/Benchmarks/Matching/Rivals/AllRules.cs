namespace Reconciliation.Benchmarks.Matching.Rivals;

/// <summary>The rules that are measured.</summary>
internal static class AllRules
{
    public static IReadOnlyList<IMatchingRule> Of(bool withRivals) => [new ProductRule()];
}
