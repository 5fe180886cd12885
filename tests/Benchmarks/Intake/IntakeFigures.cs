namespace Reconciliation.Benchmarks.Intake;

/// <summary>What one way of taking entries in came to: medians over the rounds.</summary>
/// <param name="Name">As it stands in the table.</param>
/// <param name="Entries">Entries of the file; a row an entry for the limit.</param>
/// <param name="Rows">Rows in the ledger for them: a batch is taken apart.</param>
/// <param name="Bytes">The length of the file.</param>
/// <param name="Time">From the message to the archived file.</param>
/// <param name="Processor">Processor time of the whole process meanwhile.</param>
/// <param name="DatabaseBytes">The length of the database afterwards.</param>
/// <param name="MemoryAboveFloor">The most bytes that the process held meanwhile, above what it held before.</param>
internal sealed record IntakeFigures(
    string Name, int Entries, int Rows, long Bytes, TimeSpan Time, TimeSpan Processor, long DatabaseBytes, long MemoryAboveFloor)
{
    /// <summary>Entries taken in a second.</summary>
    public double EntriesPerSecond => Entries / Time.TotalSeconds;

    /// <summary>Rows of the ledger a second.</summary>
    public double RowsPerSecond => Rows / Time.TotalSeconds;

    /// <summary>Decimal megabytes a second.</summary>
    public double Speed => Bytes / 1e6 / Time.TotalSeconds;

    /// <summary>The time an entry takes, against that in another file.</summary>
    public double TimePerEntryAgainst(IntakeFigures other) => other.EntriesPerSecond / EntriesPerSecond;

    /// <summary>The figures of several rounds as one.</summary>
    public static IntakeFigures Median(IReadOnlyList<IntakeFigures> rounds) => rounds[0] with
    {
        Time = Middle(rounds, round => round.Time),
        Processor = Middle(rounds, round => round.Processor),
        DatabaseBytes = Middle(rounds, round => round.DatabaseBytes),
        MemoryAboveFloor = Middle(rounds, round => round.MemoryAboveFloor),
    };

    private static T Middle<T>(IEnumerable<IntakeFigures> rounds, Func<IntakeFigures, T> figure)
    {
        var ordered = rounds.Select(figure).Order().ToArray();
        return ordered[ordered.Length / 2];
    }
}
