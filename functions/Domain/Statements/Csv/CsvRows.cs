using System.Collections.Immutable;
using CsvHelper;

namespace Reconciliation.Domain.Statements.Csv;

/// <summary>Splits text into rows. Empty lines are passed over.</summary>
internal static class CsvRows
{
    // An open quote would otherwise draw the rest of the file into one cell.
    private const int MaxRowBytes = 64 * 1024;

    /// <summary>The rows of a text; a row whose quotes are broken says so, and one beyond any size ends the reading.</summary>
    public static IEnumerable<CsvRow> Of(TextReader text, char separator)
    {
        string? fault = null;
        using var blocks = new WholeBlocks(text);
        using var reader = CsvReader.Create(blocks, Options(separator, reason => fault = reason), leaveOpen: true);
        while (true)
        {
            fault = null;
            if (Next(reader, ref fault) is not { } row)
                yield break;
            yield return row;
            if (row.Cells.IsEmpty)
                yield break;
        }
    }

    private static CsvReaderOptions Options(char separator, Action<string> onFault) => new()
    {
        Separator = separator,
        HasHeader = false,
        DetectSeparatorHint = false,
        TrackLineNumbers = true,
        MaxRecordSize = MaxRowBytes,
        BufferSize = 16 * 1024,
        MalformedData = CsvMalformedDataHandling.Recover,
        OnMalformedRecord = record =>
        {
            // A quote in the middle of a text is a quote.
            if (record.Reason != CsvMalformedReason.StrayQuote)
                onFault(record.Reason == CsvMalformedReason.UnterminatedQuote
                    ? "A quoted cell has no closing quote; the rows after it are lost in it."
                    : "Text follows a closing quote; a quote before it is missing or too many.");
        },
    };

    private static CsvRow? Next(CsvReader reader, ref string? fault)
    {
        try
        {
            if (!reader.Read())
                return null;
            var cells = reader.Current.ToArray().Select(Cell).ToImmutableArray();
            return new CsvRow(checked((int)reader.LineNumber), cells, fault);
        }
        catch (CsvFormatException exception)
        {
            // The library's way to say that a row is longer than MaxRowBytes.
            return new CsvRow(checked((int)exception.LineNumber), [], $"A row has more than {MaxRowBytes} bytes; a closing quote may be missing.");
        }
    }

    private static string Cell(string raw)
    {
        var text = raw.Trim();
        if (text.Length < 2 || text[0] != '=')
            return text;
        return text[1] == '"' && text[^1] == '"' && text.Length > 2 ? text[2..^1].Trim() : text[1..];
    }
}
