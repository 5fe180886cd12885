using Reconciliation.Benchmarks.DemoMonth.Chance;
using Reconciliation.Benchmarks.Matching.Data;

namespace Reconciliation.Benchmarks.Matching.Texts;

/// <summary>The ways in which payers write several numbers.</summary>
internal sealed class ListTexts(DeterministicRandom random)
{
    /// <summary>Each in full.</summary>
    public string InFull(IEnumerable<PrintedNumber> numbers) =>
        string.Join(random.Pick([" ", ", ", "/", " + ", " et ", ";", " - "]), numbers);

    /// <summary>The first in full, of the others what differs; or the first and the last of a row.</summary>
    /// <param name="numbers">In order.</param>
    /// <param name="isRow">Each follows the one before.</param>
    public string Abbreviated(IReadOnlyList<PrintedNumber> numbers, bool isRow)
    {
        var (first, last) = (numbers[0], numbers[^1]);
        var start = random.Chance(60) ? first.ToString() : first.Core;
        if (isRow && numbers.Count > 2 && random.Chance(50))
            return $"{start} {random.Pick(["A", "à", "au", "to", "bis", "-"])} {End(first, last)}";
        var length = Math.Max(Differing(first.Padded, last.Padded), random.Pick([2, 3, 3, 4]));
        var separator = random.Pick(["/", "/", "-", ", ", "+", " et "]);
        return start + separator + string.Join(separator, numbers.Skip(1).Select(number => Ending(number, length)));
    }

    /// <summary>Without anything between them.</summary>
    public string Glued(IEnumerable<PrintedNumber> numbers) => random.Below(3) switch
    {
        0 => string.Concat(numbers.Select(n => n.AllDigits)),
        1 => string.Concat(numbers.Select(n => n.Prefix + n.AllDigits)),
        _ => string.Concat(numbers),
    };

    private string End(PrintedNumber first, PrintedNumber last) =>
        random.Pick([last.Padded, Ending(last, Math.Max(3, Differing(first.Padded, last.Padded))), last.ToString()]);

    private static string Ending(PrintedNumber number, int length) => length >= number.Padded.Length ? number.Padded : number.Padded[^length..];

    /// <summary>How many digits at the end differ.</summary>
    private static int Differing(string first, string last)
    {
        if (first.Length != last.Length)
            return last.Length;
        var same = 0;
        while (same < first.Length && first[same] == last[same])
            same++;
        return Math.Max(1, first.Length - same);
    }
}
