using System.Globalization;

namespace Reconciliation.Benchmarks.Measure;

/// <summary>
/// <c>measure FORMAT [--entries N,N] [--rounds N] [--seed N]</c>: writes made-up files of a format, reads them, and prints
/// a table of the figures beside the limit of the format on the same bytes.
/// </summary>
internal static class MeasureCommand
{
    public static string Usage => $"measure {MeasuredFormats.Words} [--entries N,N] [--rounds N] [--seed N]   reads made-up files against the limit of their format";

    /// <summary>False where the words are not understood.</summary>
    public static bool TryRun(string word, ReadOnlySpan<string> options, TextWriter output)
    {
        int[] sizes = [100_000, 1_000_000];
        var rounds = 5;
        var seed = 1UL;
        for (var i = 0; i < options.Length; i += 2)
        {
            switch (options[i..])
            {
                case ["--entries", var list, ..] when Numbers(list) is { Length: > 0 } numbers:
                    sizes = numbers;
                    break;
                case ["--rounds", var number, ..] when Numbers(number) is [var count]:
                    rounds = count;
                    break;
                case ["--seed", var number, ..] when ulong.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out seed):
                    break;
                default:
                    return false;
            }
        }

        var formats = MeasuredFormats.Of(word);
        if (formats.IsEmpty)
            return false;
        MeasurementTable.WriteHead(output);
        foreach (var format in formats)
        {
            FormatFigures? first = null;
            foreach (var entries in sizes)
            {
                var figures = FormatMeasurement.Run(format, entries, rounds, seed);
                MeasurementTable.WriteRow(output, format, figures, first ??= figures);
            }
        }

        return true;
    }

    private static int[] Numbers(string list)
    {
        var numbers = list.Split(',').Select(n => int.TryParse(n, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0).ToArray();
        return numbers.All(n => n > 0) ? numbers : [];
    }
}
