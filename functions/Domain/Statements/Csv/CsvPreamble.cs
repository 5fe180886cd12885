using System.Collections.Immutable;

namespace Reconciliation.Domain.Statements.Csv;

/// <summary>What the rows above a header say of the statement. Every part is null where it is not there.</summary>
internal sealed class CsvPreamble(CsvPreambleRules rules)
{
    private readonly HashSet<string> _currencies = new(StringComparer.Ordinal);
    private string? _currency;

    /// <summary>The account as written.</summary>
    public string? Account { get; private set; }

    /// <summary>The currency as written.</summary>
    public string? Currency => rules.CurrencyUnlabelled && _currencies.Count == 1 ? _currencies.Single() : _currency;

    /// <summary>The figure of the balance before the first entry, with its line.</summary>
    public (string Text, int Line)? Opening { get; private set; }

    /// <summary>The figure of the balance after the last entry, with its line.</summary>
    public (string Text, int Line)? Closing { get; private set; }

    /// <summary>Takes a row.</summary>
    public void Add(CsvRow row)
    {
        var cells = row.Cells;
        Account ??= Fact(cells, rules.Account);
        _currency ??= Fact(cells, rules.Currency);
        if (rules.CurrencyUnlabelled)
            _currencies.UnionWith(cells.Select(cell => cell.Split(' ')[^1]).Where(IsCurrency));
        Opening ??= Fact(cells, rules.OpeningBalance) is { } opening ? (opening, row.Line) : null;
        Closing ??= Fact(cells, rules.ClosingBalance) is { } closing ? (closing, row.Line) : null;
    }

    private static bool IsCurrency(string word) => Reconciliation.Domain.Currency.TryOf(word, out var currency) && currency.Code == word;

    private static string? Fact(ImmutableArray<string> cells, string? label)
    {
        if (label is null)
            return null;
        for (var i = 0; i < cells.Length; i++)
        {
            if (!cells[i].StartsWith(label, StringComparison.OrdinalIgnoreCase))
                continue;
            var rest = cells[i][label.Length..].Trim();
            return rest.Length > 0 ? rest : cells.Skip(i + 1).FirstOrDefault(cell => cell.Length > 0);
        }

        return null;
    }
}
