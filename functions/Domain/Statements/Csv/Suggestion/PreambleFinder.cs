using System.Collections.Immutable;

namespace Reconciliation.Domain.Statements.Csv.Suggestion;

/// <summary>Finds the facts of the statement in the rows above the header, by their labels.</summary>
internal sealed class PreambleFinder(ImmutableArray<CsvRow> rows, ProposalList proposals)
{
    private const int FewestAccountDigits = 5;

    /// <summary>The balances that were found, as written.</summary>
    public ImmutableArray<string> Figures { get; private set; } = [];

    /// <summary>The rules of the preamble.</summary>
    /// <param name="needsAccount">No column has the account.</param>
    /// <param name="needsCurrency">Neither a column nor the header has the currency.</param>
    public CsvPreambleRules Find(bool needsAccount, bool needsCurrency)
    {
        proposals.Add("preamble.rows", $"{rows.Length}", CsvCertainty.Sure, rows.IsEmpty ? "The header is the first row." : "So many rows stand above the header.");
        var account = needsAccount ? Labelled("account", "accountLabel", IsAccount) : null;
        var currency = needsCurrency ? Currency() : null;
        return new CsvPreambleRules
        {
            Rows = rows.Length,
            Account = account,
            Currency = currency,
            CurrencyUnlabelled = needsCurrency && currency is null && IsCurrencyUnlabelled(),
            OpeningBalance = Balance("openingBalance", "openingLabel"),
            ClosingBalance = Balance("closingBalance", "closingLabel"),
        };
    }

    private string? Balance(string property, string what)
    {
        var label = Labelled(property, what, CellShape.IsFigure);
        if (label is not null)
            Figures = Figures.Add(Facts().First(fact => fact.Label == label && CellShape.IsFigure(fact.Value)).Value);
        return label;
    }

    private string? Labelled(string property, string what, Func<string, bool> fits)
    {
        var found = Facts().Where(fact => HeaderWords.Is(fact.Label, what) && fits(fact.Value)).ToList();
        var best = found.FirstOrDefault(fact => Iban.TryParse(fact.Value, out _));
        var label = best.Label ?? found.FirstOrDefault().Label;
        if (label is not null)
            proposals.Add($"preamble.{property}", label, CsvCertainty.Sure, "The label is a word for it.");
        return label;
    }

    private string? Currency()
    {
        var label = Facts().FirstOrDefault(fact => fact.Value.Split(' ').Any(HeaderWords.IsCurrency)).Label;
        if (label is not null)
            proposals.Add("preamble.currency", label, CsvCertainty.Likely, "The code of a currency stands behind it.");
        return label;
    }

    private bool IsCurrencyUnlabelled()
    {
        var isOne = rows.SelectMany(row => row.Cells).Select(cell => cell.Split(' ')[^1]).Where(HeaderWords.IsCurrency).Distinct(StringComparer.Ordinal).Count() == 1;
        if (isOne)
            proposals.Add("preamble.currencyUnlabelled", "true", CsvCertainty.Likely, "One currency's code ends a cell above the header.");
        return isOne;
    }

    /// <summary>Labels with what they label: the rest of the cell behind a colon, or the next cell that is filled.</summary>
    private IEnumerable<(string Label, string Value)> Facts()
    {
        foreach (var row in rows)
        {
            var cells = row.Cells;
            for (var i = 0; i < cells.Length; i++)
            {
                var cell = cells[i];
                var colon = cell.IndexOf(':', StringComparison.Ordinal);
                var rest = colon < 0 ? "" : cell[(colon + 1)..].Trim();
                if (rest.Length > 0)
                    yield return (cell[..(colon + 1)], rest);
                else if (cell.Length > 0 && cells.Skip(i + 1).FirstOrDefault(next => next.Length > 0) is { } value)
                    yield return (cell, value);
            }
        }
    }

    private static bool IsAccount(string value) => value.Count(char.IsAsciiDigit) >= FewestAccountDigits && !CellShape.IsDate(value);
}
