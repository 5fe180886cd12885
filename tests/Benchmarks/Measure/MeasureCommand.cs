namespace Reconciliation.Benchmarks.Measure;

/// <summary>
/// <c>measure FORMAT [--entries N,N] [--rounds N] [--seed N]</c>: writes made-up files of a format, reads them, and prints
/// a table of the figures beside the limit of the format on the same bytes.
/// </summary>
internal static class MeasureCommand
{
    public static string Usage => $"measure {MeasuredFormats.Words} {MeasureOptions.Usage}   reads made-up files against the limit of their format";

    /// <summary>False where the words are not understood.</summary>
    public static bool TryRun(string word, ReadOnlySpan<string> words, TextWriter output)
    {
        var formats = MeasuredFormats.Of(word);
        if (formats.IsEmpty || MeasureOptions.Of(words) is not { } options)
            return false;
        MeasurementTable.WriteHead(output);
        foreach (var format in formats)
        {
            FormatFigures? first = null;
            foreach (var entries in options.Sizes)
            {
                var figures = FormatMeasurement.Run(format, entries, options.Rounds, options.Seed);
                MeasurementTable.WriteRow(output, format, figures, first ??= figures);
            }
        }

        return true;
    }
}
