using System.Collections.Immutable;

namespace Reconciliation.Domain.Statements.Csv.Suggestion;

/// <summary>Finds which rows below the header are no entries.</summary>
internal sealed class RowRuleFinder(SampleTable table, SampleHeader header, CsvColumns columns, ImmutableArray<string> dateFormats, ProposalList proposals)
{
    private const int LongestMark = 24;
    private const int MostWords = 5;

    /// <summary>The rules of the rows.</summary>
    public CsvRowRules Find()
    {
        var status = header.Cells.FirstOrDefault(cell => HeaderWords.Score(cell, "status") > 0 && header.Cells.Count(other => other == cell) == 1);
        var last = LastEntry();
        var mark = EndMark(last);
        return new CsvRowRules
        {
            WithoutDate = WithoutDate(mark is null ? table.Rows.Length - 1 : last),
            Ignored = [.. Ignored(status, last), .. WithoutAmount(last)],
            Pending = [.. Words(status, "pendingWord", "pending")],
            EndMarks = mark is null ? [] : [mark],
        };
    }

    private int LastEntry() =>
        Enumerable.Range(header.Place + 1, table.Rows.Length - header.Place - 1).LastOrDefault(place => IsDated(table.Rows[place]), header.Place);

    /// <summary>What stands below the last entry begins in the first column, where texts that continue an entry leave it empty.</summary>
    private string? EndMark(int last)
    {
        if (table.Rows.Skip(last + 1).FirstOrDefault(row => !row.IsEmpty) is not { } trailer)
            return null;
        var first = trailer.Cells[0];
        if (first.Length == 0 || trailer.Cells.Length == 0)
            return null;
        var colon = first.IndexOf(':', StringComparison.Ordinal);
        var mark = colon > 0 ? first[..(colon + 1)] : first[..Math.Min(first.Length, LongestMark)].TrimEnd();
        proposals.Add("rows.endMarks", mark, CsvCertainty.Likely, "The first row below the last entry begins with it.");
        return mark;
    }

    private CsvDatelessRow WithoutDate(int last)
    {
        var count = Rows(header.Place + 1, last).Count(row => !row.IsEmpty && BookingDates(row).All(cell => cell.Length == 0) && !HasAmount(row));
        if (count == 0)
            return CsvDatelessRow.Refused;
        proposals.Add("rows.withoutDate", "continues", CsvCertainty.Likely, $"{count} row(s) have neither a date nor an amount; they follow entries.");
        return CsvDatelessRow.Continues;
    }

    /// <summary>Words in the place of the date (a total, a balance), and states of what did not happen.</summary>
    private IEnumerable<CsvRowCondition> Ignored(string? status, int last)
    {
        var words = Rows(header.Place + 1, last).Where(row => !row.IsEmpty && !IsDated(row))
            .Select(row => row[Place(columns.BookingDate[0])]).Where(cell => cell.Length > 0 && !cell.Any(char.IsAsciiDigit)).Distinct(StringComparer.OrdinalIgnoreCase).ToImmutableArray();
        if (words.Length is > 0 and <= MostWords)
        {
            proposals.Add("rows.ignored", string.Join(", ", words), CsvCertainty.Likely, "They stand in the place of the booking date.");
            yield return new CsvRowCondition(columns.BookingDate[0], words);
        }

        foreach (var condition in Words(status, "failedWord", "ignored"))
            yield return condition;
    }

    private IEnumerable<CsvRowCondition> WithoutAmount(int last)
    {
        var count = columns.Amount is null ? 0 : Rows(header.Place + 1, last).Count(row => IsDated(row) && !HasAmount(row));
        if (count == 0 || columns.Amount is not { } amount)
            yield break;
        proposals.Add("rows.ignored", $"{amount} empty", CsvCertainty.Guessed, $"{count} row(s) have a date and no amount.");
        yield return new CsvRowCondition(amount, [""]);
    }

    private IEnumerable<CsvRowCondition> Words(string? column, string what, string property)
    {
        if (column is null)
            yield break;
        var words = table.Rows.Skip(header.Place + 1).Select(row => row[Place(column)]).Where(cell => HeaderWords.Is(cell, what))
            .Distinct(StringComparer.OrdinalIgnoreCase).ToImmutableArray();
        if (words.IsEmpty)
            yield break;
        proposals.Add($"rows.{property}", string.Join(", ", words), CsvCertainty.Likely, $"They stand in {column}.");
        yield return new CsvRowCondition(column, words);
    }

    private IEnumerable<CsvRow> Rows(int from, int to) => Enumerable.Range(from, Math.Max(0, to - from + 1)).Select(place => table.Rows[place]);

    private IEnumerable<string> BookingDates(CsvRow row) => columns.BookingDate.Select(column => row[Place(column)]);

    private bool IsDated(CsvRow row) =>
        BookingDates(row).FirstOrDefault(cell => cell.Length > 0) is { } date && CsvDate.TryRead(date, dateFormats, out _);

    private bool HasAmount(CsvRow row) =>
        new[] { columns.Amount, columns.Debit, columns.Credit }.Any(column => column is not null && row[Place(column)].Length > 0);

    private int Place(string column) => header.Cells.IndexOf(column);
}
