using static System.FormattableString;

namespace Reconciliation.Benchmarks.Measure;

/// <summary>Prints the figures, a line a file.</summary>
internal static class MeasurementTable
{
    public static void WriteHead(TextWriter output)
    {
        output.WriteLine("format                     entries      MB   limit                 limit MB/s  read MB/s  ratio  entries/s  MB above floor  time/entry");
        output.WriteLine("------------------------ --------- ------- ----------------------- ---------- ---------- ------ ---------- --------------- -----------");
    }

    /// <param name="output">Where to.</param>
    /// <param name="format">The format.</param>
    /// <param name="figures">The figures of the file.</param>
    /// <param name="first">Those of the first file of the format, which its time per entry is held against.</param>
    public static void WriteRow(TextWriter output, MeasuredFormat format, FormatFigures figures, FormatFigures first) => output.WriteLine(Invariant(
        $"{format.Name,-24} {figures.Entries,9} {figures.Bytes / 1e6,7:0.0} {format.Limit,-23} {figures.LimitSpeed,10:0.0} {figures.ReadingSpeed,10:0.0} {figures.Ratio,6:0.00} {figures.EntriesPerSecond,10:0} {figures.MemoryAboveFloor / 1e6,15:0.0} {figures.TimePerEntryAgainst(first),10:0.00}×"));
}
