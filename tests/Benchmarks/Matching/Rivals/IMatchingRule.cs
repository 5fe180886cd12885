using Reconciliation.Benchmarks.Matching.Scores;

namespace Reconciliation.Benchmarks.Matching.Rivals;

/// <summary>A way to match that is measured.</summary>
internal interface IMatchingRule
{
    /// <summary>Its name in tables.</summary>
    string Name { get; }

    /// <summary>Answers for every payment, in their order.</summary>
    IReadOnlyList<Answer> Decide(MatchingCase data);
}
