using System.Collections.Immutable;
using System.Globalization;
using Reconciliation.Domain.Ledger;

namespace Reconciliation.Domain.Reporting;

/// <summary>
/// The fichier des écritures comptables (FEC) of LPF art. A47 A-1: a calendar year of the journal, for the tax
/// administration. Lettrage is left blank, which the article allows.
/// </summary>
public static class Fec
{
    /// <summary>
    /// The lines of a year: first what earlier years left (à nouveaux), then the entries dated in the year in order of
    /// validation, numbered from 1 without a gap. Later entries belong to another file.
    /// </summary>
    /// <param name="entries">The journal, in any order; what ties in date, instant and document keeps its order.</param>
    /// <param name="year">The calendar year.</param>
    /// <param name="chart">The accounts to which the entries are posted.</param>
    /// <param name="auxiliaries">The names of debtors by key; a key without a name stands for itself.</param>
    public static ImmutableArray<FecLine> Of(
        IEnumerable<JournalEntry> entries, int year, ChartOfAccounts chart, IReadOnlyDictionary<string, string> auxiliaries)
    {
        var known = entries.Where(entry => entry.Date.Year <= year).ToLookup(entry => entry.Date.Year == year);
        var ordered = known[true].OrderBy(entry => entry.ValidatedOn).ThenBy(entry => entry.ValidatedAt)
            .ThenBy(entry => entry.Date).ThenBy(entry => entry.Journal).ThenBy(entry => entry.Piece, StringComparer.Ordinal);
        var names = FecAccounts.NamesOf(chart);
        return
        [
            .. FecOpening.Of(known[false], year).Concat(ordered).Index()
                .SelectMany(entry => entry.Item.Postings.Select(posting => Line(entry.Item, entry.Index + 1, posting, names, auxiliaries))),
        ];
    }

    /// <summary>Holds lines against the rules of <see cref="FecRules"/>; empty where a file of them may be handed over.</summary>
    public static ImmutableArray<FecFault> Check(IReadOnlyList<FecLine> lines) => new FecChecks(lines).Run();

    /// <summary>The name of the file: <c>999001001FEC20261231.txt</c>.</summary>
    /// <param name="siren">Whose entries they are.</param>
    /// <param name="closing">The last day of the year.</param>
    public static string FileName(Siren siren, DateOnly closing) =>
        $"{siren}FEC{closing.ToString("yyyyMMdd", CultureInfo.InvariantCulture)}.txt";

    /// <summary>
    /// Writes the names of the columns and the lines, each ended by CR and LF. In texts a bar becomes a slash, a tab, line
    /// break or other control character a blank.
    /// </summary>
    /// <param name="writer">Where to write; it stays open.</param>
    /// <param name="lines">The lines.</param>
    /// <param name="separator">A tab or a bar, the two that the article names.</param>
    /// <exception cref="ArgumentException">Another separator.</exception>
    public static void Write(TextWriter writer, IEnumerable<FecLine> lines, char separator = '\t')
    {
        if (separator is not ('\t' or '|'))
            throw new ArgumentException("A FEC is separated by tabs or bars.", nameof(separator));
        WriteLine(writer, FecLine.Columns, separator);
        foreach (var line in lines)
            WriteLine(writer, line.Cells, separator);
    }

    private static FecLine Line(
        JournalEntry entry, int number, Posting posting, IReadOnlyDictionary<string, string> names, IReadOnlyDictionary<string, string> auxiliaries)
    {
        var nothing = Money.Zero(posting.Amount.Currency);
        return new FecLine
        {
            JournalCode = FecAccounts.CodeOf(entry.Journal),
            JournalLib = FecAccounts.NameOf(entry.Journal),
            EcritureNum = number,
            EcritureDate = entry.Date,
            CompteNum = posting.Account,
            CompteLib = names.GetValueOrDefault(posting.Account) ?? "",
            CompAuxNum = posting.Auxiliary,
            CompAuxLib = posting.Auxiliary is { } auxiliary ? auxiliaries.GetValueOrDefault(auxiliary) ?? auxiliary : null,
            PieceRef = entry.Piece,
            PieceDate = entry.PieceDate,
            EcritureLib = entry.Label,
            Debit = posting.Amount.IsPositive ? posting.Amount : nothing,
            Credit = posting.Amount.IsPositive ? nothing : -posting.Amount,
            ValidDate = entry.ValidatedOn,
        };
    }

    private static void WriteLine(TextWriter writer, ImmutableArray<string> cells, char separator)
    {
        writer.Write(string.Join(separator, cells.Select(Clean)));
        writer.Write("\r\n");
    }

    private static string Clean(string text) => string.Join(
        ' ',
        string.Concat(text.Select(c => c == '|' ? '/' : char.IsControl(c) || c is '\u2028' or '\u2029' ? ' ' : c))
            .Split(' ', StringSplitOptions.RemoveEmptyEntries));
}
