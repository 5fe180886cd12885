namespace Reconciliation.Benchmarks.Measure;

/// <summary>What one file came to.</summary>
/// <param name="Entries">Its entries.</param>
/// <param name="Bytes">Its length.</param>
/// <param name="Limit">The median time of the limit.</param>
/// <param name="Reading">The median time of reading it, every field kept.</param>
/// <param name="Ratio">The median over the rounds of the limit's time by the reader's: above 1, the reader is the faster.</param>
/// <param name="MemoryAboveFloor">The most bytes that the process held while it read and checked the file, above what it held before.</param>
internal sealed record FormatFigures(int Entries, long Bytes, TimeSpan Limit, TimeSpan Reading, double Ratio, long MemoryAboveFloor)
{
    /// <summary>Decimal megabytes a second that the limit goes through.</summary>
    public double LimitSpeed => Bytes / 1e6 / Limit.TotalSeconds;

    /// <summary>Decimal megabytes a second that are read.</summary>
    public double ReadingSpeed => Bytes / 1e6 / Reading.TotalSeconds;

    /// <summary>Entries read a second.</summary>
    public double EntriesPerSecond => Entries / Reading.TotalSeconds;

    /// <summary>The time an entry takes, against that in another file.</summary>
    public double TimePerEntryAgainst(FormatFigures other) => other.EntriesPerSecond / EntriesPerSecond;
}
