using CsvHelper;

namespace Reconciliation.Domain.Statements.Csv;

/// <summary>
/// Splits text into rows, one after the other. Empty lines are passed over; a row whose quotes are broken says so, and one
/// beyond any size is the last.
/// </summary>
internal sealed class CsvRows : IDisposable
{
    // An open quote would otherwise draw the rest of the file into one cell.
    private const int MaxRowBytes = 64 * 1024;

    private readonly CsvReader _reader;
    private string? _fault;
    private bool _hasEnded;

    /// <summary>The rows of a text in UTF-8, which stays open.</summary>
    public CsvRows(Stream text, char separator) =>
        _reader = CsvReader.Create(new WholeBlocks(text), Options(separator), leaveOpen: true);

    /// <summary>The row at hand, valid until the next.</summary>
    public CsvRow Current { get; private set; } = new();

    /// <summary>The rows of a text in UTF-8, each to be kept.</summary>
    public static IEnumerable<CsvRow> Of(Stream text, char separator)
    {
        using var rows = new CsvRows(text, separator);
        while (rows.Next())
        {
            yield return rows.Current;
            rows.Current = new CsvRow();
        }
    }

    /// <summary>Goes on to the next row; false behind the last.</summary>
    public bool Next()
    {
        if (_hasEnded)
            return false;
        _fault = null;
        try
        {
            if (!_reader.Read())
                return false;
        }
        catch (CsvFormatException exception)
        {
            // The library's way to say that a row is longer than MaxRowBytes.
            _hasEnded = true;
            Current.Begin(checked((int)exception.LineNumber), $"A row has more than {MaxRowBytes} bytes; a closing quote may be missing.");
            return true;
        }

        Current.Begin(checked((int)_reader.LineNumber), _fault);
        for (var i = 0; i < _reader.FieldCount; i++)
            Current.Add(_reader.GetSpan(i));
        return true;
    }

    /// <inheritdoc/>
    public void Dispose() => _reader.Dispose();

    private CsvReaderOptions Options(char separator) => new()
    {
        Separator = separator,
        HasHeader = false,
        DetectSeparatorHint = false,
        TrackLineNumbers = true,
        MaxRecordSize = MaxRowBytes,
        BufferSize = 32 * 1024,
        MalformedData = CsvMalformedDataHandling.Recover,
        OnMalformedRecord = record =>
        {
            // A quote in the middle of a text is a quote.
            if (record.Reason != CsvMalformedReason.StrayQuote)
                _fault = record.Reason == CsvMalformedReason.UnterminatedQuote
                    ? "A quoted cell has no closing quote; the rows after it are lost in it."
                    : "Text follows a closing quote; a quote before it is missing or too many.";
        },
    };
}
