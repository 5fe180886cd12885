using System.Collections.Immutable;

namespace Reconciliation.Domain.Statements.Csv.Suggestion;

/// <summary>In which notation figures are written, by what each of them leaves open.</summary>
/// <param name="DecimalMark">The character before the decimals.</param>
/// <param name="ThousandsMarks">The characters between groups of three digits.</param>
/// <param name="CurrencySigns">The signs of currencies beside figures.</param>
internal sealed record FigureVote(char DecimalMark, string ThousandsMarks, string CurrencySigns)
{
    /// <summary>The notation of some figures.</summary>
    public static FigureVote Of(ImmutableArray<string> cells, ProposalList proposals)
    {
        var figures = cells.Select(CellShape.Bare).ToImmutableArray();
        var points = figures.Count(figure => Says(figure, '.', ','));
        var commas = figures.Count(figure => Says(figure, ',', '.'));
        var open = figures.Where(figure => IsOpen(figure)).ToImmutableArray();
        var mark = points != commas ? (points > commas ? '.' : ',') : OpenMark(open, figures.Length);
        proposals.Add("decimalMark", mark.ToString(), CertaintyOf(points, commas, open.Length), Reason(mark, Math.Max(points, commas), Math.Min(points, commas), open.Length));
        var thousands = string.Concat(figures.SelectMany(figure => figure.Where(c => CellShape.IsMark(c) && c != mark)).Distinct().Order());
        if (thousands.Length > 0)
            proposals.Add("thousandsMarks", thousands, CsvCertainty.Sure, "They stand between groups of three digits.");
        var signs = string.Concat(cells.SelectMany(cell => cell.Where(CellShape.CurrencySigns.ContainsKey)).Distinct().Order());
        if (signs.Length > 0)
            proposals.Add("currencySigns", signs, CsvCertainty.Sure, "They stand beside figures.");
        return new FigureVote(mark, thousands, signs);
    }

    /// <summary>The figure can only be read with the mark before its decimals.</summary>
    private static bool Says(string figure, char mark, char other)
    {
        var at = figure.IndexOf(mark, StringComparison.Ordinal);
        // The other mark parts thousands where it stands more than once.
        if (at < 0)
            return figure.Count(c => c == other) > 1;
        if (figure.AsSpan(at + 1).ContainsAny(mark, other))
            return false;
        return figure.Length - at - 1 != 3 || at > 3 || figure.AsSpan(0, at).ContainsAny([other, '\'', '\u2019', ' ']);
    }

    /// <summary>One mark and three digits behind it: thousands or thousandths.</summary>
    private static bool IsOpen(string figure) =>
        !Says(figure, '.', ',') && !Says(figure, ',', '.') && figure.AsSpan().ContainsAny('.', ',');

    // Were the mark one of thousands, smaller figures would lack it.
    private static char OpenMark(ImmutableArray<string> open, int count)
    {
        if (open.IsEmpty)
            return '.';
        var isPoint = 2 * open.Count(figure => figure.Contains('.', StringComparison.Ordinal)) >= open.Length;
        return isPoint == (open.Length == count) ? '.' : ',';
    }

    private static CsvCertainty CertaintyOf(int points, int commas, int open)
    {
        if (points + commas == 0)
            return open == 0 ? CsvCertainty.Likely : CsvCertainty.Guessed;
        return points == 0 || commas == 0 ? CsvCertainty.Sure : CsvCertainty.Guessed;
    }

    private static string Reason(char mark, int speak, int against, int open)
    {
        if (speak == 0)
            return open == 0 ? "No figure has decimals." : $"Each of {open} figure(s) has one mark and three digits behind it, which may be thousands or decimals.";
        return $"{speak} figure(s) can only be read with '{mark}'{(against == 0 ? "" : $", {against} only with the other mark")}.";
    }
}
