using System.Collections.Immutable;

namespace Reconciliation.Domain.Statements.Csv.Suggestion;

/// <summary>In which notations dates are written, by how many of them each notation reads.</summary>
internal static class DateVote
{
    private const int Most = 3;

    /// <summary>The notations, the one that reads the most first; more than one only where the first leaves dates unread.</summary>
    public static ImmutableArray<string> Of(ImmutableArray<string> cells, ProposalList proposals)
    {
        var formats = new List<string>();
        var left = cells;
        while (!left.IsEmpty && formats.Count < Most)
        {
            var best = CellShape.DateFormats.MaxBy(format => Count(left, format))!;
            if (Count(left, best) == 0)
                break;
            var format = InOrder(left, best);
            formats.Add(format);
            Propose(left, format, cells.Length, proposals);
            left = [.. left.Where(cell => !Reads(cell, format))];
        }

        return [.. formats];
    }

    /// <summary>Of two notations that read the same with days and months exchanged, the one by which the rows are in order.</summary>
    private static string InOrder(ImmutableArray<string> cells, string format) =>
        Exchanged(format) is { } other && Count(cells, other) == Count(cells, format) && !IsInOrder(cells, format) && IsInOrder(cells, other) ? other : format;

    private static void Propose(ImmutableArray<string> cells, string format, int all, ProposalList proposals)
    {
        var count = Count(cells, format);
        var isOpen = Exchanged(format) is { } other && Count(cells, other) == count;
        proposals.Add(
            "dateFormats",
            format,
            isOpen ? CsvCertainty.Guessed : count == all ? CsvCertainty.Sure : CsvCertainty.Likely,
            $"It reads {count} of {all} dates{(isOpen ? "; with day and month exchanged they can be read too" : "")}.");
    }

    private static string? Exchanged(string format)
    {
        var exchanged = string.Concat(format.Split(' ')[0].Select(c => c switch { 'd' => 'M', 'M' => 'd', _ => c })) + format[format.Split(' ')[0].Length..];
        return format.Contains("MMM", StringComparison.Ordinal) || format.StartsWith("yyyy", StringComparison.Ordinal) ? null : exchanged;
    }

    private static bool IsInOrder(ImmutableArray<string> cells, string format)
    {
        var days = cells.Select(cell => CsvDate.TryRead(cell, [format], out var day) ? day : (DateOnly?)null).OfType<DateOnly>().ToList();
        return days.SequenceEqual(days.Order()) || days.SequenceEqual(days.OrderDescending());
    }

    private static int Count(ImmutableArray<string> cells, string format) => cells.Count(cell => Reads(cell, format));

    private static bool Reads(string cell, string format) => CsvDate.TryRead(cell, [format], out _);
}
