using System.Collections.Immutable;
using System.Text;
using System.Text.Unicode;
using Reconciliation.Domain.Statements.Diagnostics;
using Reconciliation.Domain.Statements.Text;

namespace Reconciliation.Domain.Statements.Csv.Suggestion;

/// <summary>
/// Proposes a profile for a CSV export that no profile reads, by looking at it. A proposal is for a person to look at:
/// each of its parts says how sure it is and why.
/// </summary>
public static class CsvSuggester
{
    private const string Encoding = "windows-1252";

    /// <summary>Proposes a profile.</summary>
    /// <param name="name">The name of the profile.</param>
    /// <param name="sample">The first bytes of the file, or all of them.</param>
    /// <param name="isWhole">The sample is the whole file.</param>
    public static CsvSuggestion Of(string name, ReadOnlySpan<byte> sample, bool isWhole)
    {
        var proposals = new ProposalList();
        var table = SampleTable.Of(TextOf(sample, isWhole, proposals), isWhole);
        if (table.Entries.IsEmpty)
        {
            proposals.Miss("separator", "No row has three cells, a date and an amount among them, by any separator.");
            return proposals.With(null);
        }

        proposals.Add(
            "separator",
            table.Separator == '\t' ? "tab" : table.Separator.ToString(),
            table.Rivals == 0 ? CsvCertainty.Sure : CsvCertainty.Likely,
            $"It gives {table.Entries.Length} row(s) with a date and an amount{(table.Rivals == 0 ? "; no other does" : ", more than any other")}.");
        if ((SampleHeader.Of(table) ?? SampleHeader.Without(table)) is not { } header)
        {
            proposals.Miss("header", "No row of titles stands above the first entry, nor is the first row an entry.");
            return proposals.With(null);
        }

        proposals.Add(
            header.Place < 0 ? "withoutHeader" : "header",
            header.Place < 0 ? "true" : string.Join(" | ", header.Cells),
            header.Known >= 3 ? CsvCertainty.Sure : CsvCertainty.Guessed,
            header.Place < 0 ? "The first row is an entry." : $"{header.Known} of its {header.Cells.Length} cells are known words.");
        var columns = SampleColumn.Of(table, header);
        return new ColumnFinder(columns, proposals).Find() is { } found
            ? Complete(name, new Sample(table, header, columns), found, proposals)
            : proposals.With(null);
    }

    private static CsvSuggestion Complete(string name, Sample sample, CsvColumns columns, ProposalList proposals)
    {
        var dateFormats = DateVote.Of(sample.Cells([.. columns.BookingDate, columns.ValueDate]), proposals);
        var above = new PreambleFinder(sample.Table.Rows[..Math.Max(0, sample.Header.Place)], proposals);
        var preamble = above.Find(needsAccount: columns.Account is null, needsCurrency: columns.Currency is null && sample.Header.Currency is null);
        var notation = FigureVote.Of([.. sample.Cells([columns.Amount, columns.Debit, columns.Credit, columns.Balance]), .. above.Figures], proposals);
        var profile = new CsvProfile
        {
            Name = name,
            Separator = sample.Table.Separator,
            Encoding = Encoding,
            Header = sample.Header.Cells,
            WithoutHeader = sample.Header.Place < 0,
            Columns = columns,
            Preamble = preamble,
            Rows = new RowRuleFinder(sample.Table, sample.Header, columns, dateFormats, proposals).Find(),
            DateFormats = dateFormats,
            DecimalMark = notation.DecimalMark,
            ThousandsMarks = notation.ThousandsMarks,
            CurrencySigns = notation.CurrencySigns,
        };
        if (columns.Currency is null && sample.Header.Currency is null && preamble is { Currency: null, CurrencyUnlabelled: false })
            profile = profile with { Currency = CurrencyFinder.Of(sample.Cells([columns.Amount, columns.Debit, columns.Credit]), notation.CurrencySigns, sample.Cells([columns.Account]), proposals) };
        profile = SignFinder.Apply(profile, sample, proposals);
        profile = OrderFinder.Apply(profile, sample, proposals);
        var faults = CsvProfileChecks.Faults(profile);
        foreach (var fault in faults)
            proposals.Miss("profile", fault);
        return proposals.With(faults.Count == 0 ? profile : null);
    }

    private static string TextOf(ReadOnlySpan<byte> sample, bool isWhole, ProposalList proposals)
    {
        // A part of a file may end inside a character.
        var isUnicode = Enumerable.Range(0, isWhole ? 1 : 4).Any(Within(sample));
        proposals.Add(
            "encoding", Encoding, isUnicode ? CsvCertainty.Sure : CsvCertainty.Guessed,
            isUnicode ? "The file is UTF-8, which needs no code page." : "The file is not UTF-8; its letters may be of another code page.");
        using var bytes = new MemoryStream(sample.ToArray());
        using var text = new StatementText(bytes, SingleBytePage.Western);
        using var characters = new StreamReader(text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), detectEncodingFromByteOrderMarks: false);
        var read = characters.ReadToEnd();
        foreach (var finding in text.Findings().Where(finding => finding.Rule == DiagnosticRules.TextDamaged))
            proposals.Add("encoding", Encoding, CsvCertainty.Guessed, finding.Message);
        return read;
    }

    private static Func<int, bool> Within(ReadOnlySpan<byte> sample)
    {
        var bytes = sample.ToArray();
        return cut => cut <= bytes.Length && Utf8.IsValid(bytes.AsSpan(0, bytes.Length - cut));
    }
}
