using Reconciliation.Benchmarks.DemoMonth.Chance;

namespace Reconciliation.Benchmarks.Matching.Data;

/// <summary>The numbers of a block: single ones in no order, and runs for a debtor that gets several invoices in a row.</summary>
internal sealed class Numbering
{
    private readonly Queue<int> _singles;
    private readonly NumberingStyle _style;
    private readonly int _end;
    private int _nextOfRuns;

    /// <param name="random">Shuffles the single numbers.</param>
    /// <param name="style">How they are printed.</param>
    /// <param name="first">The first number of the block.</param>
    /// <param name="singles">How many single ones there are.</param>
    /// <param name="count">How many it may use together.</param>
    public Numbering(DeterministicRandom random, NumberingStyle style, int first, int singles, int count)
    {
        _style = style;
        _end = first + count;
        _nextOfRuns = first + singles;
        _singles = new Queue<int>(random.Shuffle(Enumerable.Range(first, singles)));
    }

    public PrintedNumber Next() => new(_style, _singles.TryDequeue(out var number) ? number : NextOfRuns());

    /// <summary>So many numbers in a row, or with small gaps between them.</summary>
    public PrintedNumber[] Run(int count, int step) =>
        [.. Enumerable.Range(0, count).Select(i => new PrintedNumber(_style, NextOfRuns(i == 0 ? 1 : step)))];

    private int NextOfRuns(int step = 1)
    {
        _nextOfRuns += step;
        return _nextOfRuns <= _end ? _nextOfRuns - 1 : throw new InvalidOperationException("The numbers of the block are used up.");
    }
}
