using static System.FormattableString;

namespace Reconciliation.Benchmarks.Intake;

/// <summary>Prints the figures, a line a way in.</summary>
internal static class IntakeTable
{
    public static void WriteHead(TextWriter output)
    {
        output.WriteLine("                             entries      rows  entries/s     rows/s  MB/s  CPU µs/entry  database MB  MB above floor  time/entry");
        output.WriteLine("-------------------------- --------- --------- ---------- ---------- ----- ------------- ------------ --------------- -----------");
    }

    /// <param name="output">Where to.</param>
    /// <param name="figures">The figures.</param>
    /// <param name="first">Those of the first file, which the time per entry is held against.</param>
    public static void WriteRow(TextWriter output, IntakeFigures figures, IntakeFigures first) => output.WriteLine(Invariant(
        $"{figures.Name,-26} {figures.Entries,9} {figures.Rows,9} {figures.EntriesPerSecond,10:0} {figures.RowsPerSecond,10:0} {figures.Speed,5:0} {figures.Processor.TotalMicroseconds / figures.Entries,13:0.0} {figures.DatabaseBytes / 1e6,12:0.0} {figures.MemoryAboveFloor / 1e6,15:0.0} {figures.TimePerEntryAgainst(first),10:0.00}×"));
}
