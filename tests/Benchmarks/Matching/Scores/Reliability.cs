using Reconciliation.Benchmarks.Matching.Data;

namespace Reconciliation.Benchmarks.Matching.Scores;

/// <summary>How often proposals of a confidence are right: a matcher that knows what it says is right in 97 of 100 where it says 0.97.</summary>
internal sealed class Reliability
{
    private static readonly decimal[] Floors = [0m, 0.5m, 0.6m, 0.7m, 0.8m, 0.9m, 0.95m, 0.99m];

    private readonly int[] _counts = new int[Floors.Length];
    private readonly int[] _right = new int[Floors.Length];
    private readonly decimal[] _said = new decimal[Floors.Length];

    /// <summary>The bins that hold anything: from, to, how many, the mean of what was said, how many right.</summary>
    public IEnumerable<(decimal From, decimal To, int Count, decimal Said, int Right)> Bins =>
        from bin in Enumerable.Range(0, Floors.Length)
        where _counts[bin] > 0
        select (Floors[bin], bin + 1 < Floors.Length ? Floors[bin + 1] : 1m, _counts[bin], _said[bin] / _counts[bin], _right[bin]);

    public void Add(Proposed proposal, Truth truth)
    {
        if (proposal.Confidence is not { } confidence)
            return;
        var bin = Array.FindLastIndex(Floors, floor => confidence >= floor);
        _counts[bin]++;
        _said[bin] += confidence;
        _right[bin] += truth.Is(proposal.Parts) ? 1 : 0;
    }
}
