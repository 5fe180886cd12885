using System.Collections.Immutable;
using Reconciliation.Benchmarks.Measure.Bai2;
using Reconciliation.Benchmarks.Measure.Camt;
using Reconciliation.Benchmarks.Measure.Cfonb;
using Reconciliation.Benchmarks.Measure.Csv;
using Reconciliation.Benchmarks.Measure.Ofx;
using Reconciliation.Benchmarks.Measure.Swift;

namespace Reconciliation.Benchmarks.Measure;

/// <summary>The formats that can be measured, by the word that asks for them.</summary>
internal static class MeasuredFormats
{
    private static readonly ImmutableArray<(string Word, ImmutableArray<MeasuredFormat> Formats)> All =
    [
        ("camt", [new Camt053Format(isIndented: false), new Camt053Format(isIndented: true)]),
        ("cfonb", [new Cfonb120Format()]),
        ("bai2", [new Bai2Format()]),
        ("ofx", [new OfxFormat(isXml: false), new OfxFormat(isXml: true)]),
        ("csv",
        [
            new CsvFormat("generic-credit-debit", "CSV, plain", LargeCsv.WritePlain),
            new CsvFormat("generic-amount", "CSV, quoted", LargeCsv.WriteQuoted),
        ]),
        ("mt940", [new Mt940Format()]),
    ];

    /// <summary>What can be asked for.</summary>
    public static string Words => string.Join('|', All.Select(f => f.Word));

    /// <summary>The rows of a word; none for a word that is not known.</summary>
    public static ImmutableArray<MeasuredFormat> Of(string word) =>
        All.FirstOrDefault(f => f.Word == word) is { Formats: { IsDefault: false } formats } ? formats : [];
}
