using System.Collections.Immutable;

namespace Reconciliation.Domain.Statements.Csv.Suggestion;

/// <summary>The header row of a sample.</summary>
/// <param name="Place">Its place among the rows; -1 where the table has none and the cells are names given to its columns.</param>
/// <param name="Cells">Its cells with <c>{currency}</c> in the place of the account's currency, empty ones at the end left out.</param>
/// <param name="Currency">The currency that it names; null for none.</param>
/// <param name="Known">How many of its cells are known words.</param>
internal sealed record SampleHeader(int Place, ImmutableArray<string> Cells, string? Currency, int Known)
{
    private static readonly ImmutableArray<string> Columns =
        ["bookingDate", "valueDate", "amount", "debit", "credit", "sign", "balance", "currency", "account", "counterpartyName", "remittance", "reference", "type"];

    /// <summary>The row above the entries with the most known words; null where no row of texts stands there.</summary>
    public static SampleHeader? Of(SampleTable table)
    {
        var candidates = Enumerable.Range(0, table.Entries[0])
            .Where(place => IsTitles(table.Rows[place]))
            .Select(place => Of(table.Rows[place], place))
            .ToList();
        return candidates.OrderByDescending(header => header.Known).ThenByDescending(header => header.Place).FirstOrDefault();
    }

    /// <summary>Names for the columns of a table that begins with an entry; null for another.</summary>
    public static SampleHeader? Without(SampleTable table) =>
        table.Entries[0] == 0 ? new SampleHeader(-1, [.. table.Rows[0].Cells.Select((_, place) => $"column {place + 1}")], null, 0) : null;

    private static bool IsTitles(CsvRow row) =>
        row.Cells.Count(cell => cell.Length > 0) >= 3 && !row.Cells.Any(cell => CellShape.IsDate(cell) || CellShape.IsFigure(cell));

    private static SampleHeader Of(CsvRow row, int place)
    {
        var cells = row.Cells.Select(cell => string.Join(' ', cell.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))).ToList();
        while (cells.Count > 0 && cells[^1].Length == 0)
            cells.RemoveAt(cells.Count - 1);
        var currencies = cells.SelectMany(Words).Where(HeaderWords.IsCurrency).Distinct(StringComparer.Ordinal).ToList();
        var currency = currencies.Count == 1 ? currencies[0] : null;
        var known = cells.Count(cell => Columns.Any(what => HeaderWords.Score(cell, what) > 0));
        return new SampleHeader(place, [.. cells.Select(cell => Marked(cell, currency))], currency, known);
    }

    private static string Marked(string cell, string? currency) =>
        currency is not null && Words(cell).Contains(currency, StringComparer.Ordinal)
            ? cell.Replace(currency, CsvLayout.CurrencyMark, StringComparison.Ordinal)
            : cell;

    private static string[] Words(string cell) => cell.Split([' ', '(', ')', '[', ']', '/'], StringSplitOptions.RemoveEmptyEntries);
}
