using System.Globalization;

namespace Reconciliation.Benchmarks.Matching.Data;

/// <summary>How a creditor numbers its invoices.</summary>
/// <param name="Name">The word by which it is chosen.</param>
/// <param name="Prefix">Letters before; empty for none.</param>
/// <param name="AfterPrefix">What stands after the prefix.</param>
/// <param name="Year">The year as it is printed; empty for none.</param>
/// <param name="AfterYear">What stands after the year.</param>
/// <param name="Digits">How long the sequence is at least.</param>
/// <param name="First">Where the sequence starts.</param>
internal sealed record NumberingStyle(string Name, string Prefix, string AfterPrefix, string Year, string AfterYear, int Digits, int First)
{
    public static IReadOnlyList<NumberingStyle> All { get; } =
    [
        new("dashed", "FAC", "-", "2026", "-", 5, 123),
        new("joined", "F", "", "2026", "", 4, 3100),
        new("slashed", "", "", "2026", "/", 4, 7),
        new("spaced", "INV", " ", "", "", 6, 100234),
        new("german", "RE", "-", "26", "-", 4, 815),
        new("plain", "", "", "", "", 7, 4_000_120),
        new("short", "", "", "", "", 4, 5201),
        new("lettered", "VT", "", "26", "/", 5, 40_017),
    ];

    /// <summary>The style of a name; null for none.</summary>
    public static NumberingStyle? Find(string name) => All.FirstOrDefault(style => style.Name == name);
}

/// <summary>The number of an invoice with its parts, so that it can be written as its payers do.</summary>
/// <param name="Style">How it is printed.</param>
/// <param name="Sequence">Its place in the series.</param>
internal readonly record struct PrintedNumber(NumberingStyle Style, int Sequence)
{
    public string Prefix => Style.Prefix;

    public string Year => Style.Year;

    /// <summary>The sequence with its zeros.</summary>
    public string Padded => Sequence.ToString(CultureInfo.InvariantCulture).PadLeft(Style.Digits, '0');

    /// <summary>The sequence without zeros before it.</summary>
    public string Bare => Sequence.ToString(CultureInfo.InvariantCulture);

    /// <summary>Without what stands before the year or sequence.</summary>
    public string Core => Year.Length > 0 ? Year + Style.AfterYear + Padded : Padded;

    /// <summary>Its digits in a row.</summary>
    public string AllDigits => Year + Padded;

    /// <inheritdoc/>
    public override string ToString() => Prefix + (Prefix.Length > 0 ? Style.AfterPrefix : "") + Core;
}
