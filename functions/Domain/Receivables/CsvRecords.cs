using System.Text;
using System.Text.Unicode;
using CsvHelper;

namespace Reconciliation.Domain.Receivables;

/// <summary>One record of a CSV file.</summary>
/// <param name="Line">The line of the file on which it starts, from 1.</param>
/// <param name="Fields">Its fields without the blanks around them.</param>
/// <param name="Fault">Why it cannot be trusted as a whole; null where it can.</param>
internal sealed record CsvRecord(int Line, string[] Fields, RowFault? Fault);

/// <summary>
/// Splits a file into records by RFC 4180 and drops the empty ones. A quotation mark that is out of place cannot swallow
/// the lines after it: a record that it ran over several lines is split again line by line.
/// </summary>
internal sealed class CsvRecords(byte[] bytes, char separator)
{
    public IEnumerable<CsvRecord> Read()
    {
        CsvRecord? header = null;
        foreach (var (record, raw) in Split(bytes, 1, allowLineBreaks: true))
        {
            header ??= record;
            if (record != header && LineBreaks(raw) > 0 && RanOver(record, header.Fields.Length))
            {
                foreach (var (line, _) in Split(raw, record.Line, allowLineBreaks: false))
                    yield return line;
            }
            else
            {
                yield return record;
            }
        }
    }

    // A field over several lines with as many separators in it as a row has swallowed the end of one row and the
    // beginning of another, even where two misplaced quotation marks make a pair.
    private bool RanOver(CsvRecord record, int width) =>
        record.Fault is not null
        || record.Fields.Length != width
        || record.Fields.Any(field => field.AsSpan().ContainsAny('\r', '\n') && field.AsSpan().Count(separator) >= width - 1);

    private IEnumerable<(CsvRecord Record, byte[] Raw)> Split(byte[] source, int firstLine, bool allowLineBreaks)
    {
        CsvMalformedRecord? malformed = null;
        using var reader = CsvReader.Create(source, new CsvReaderOptions
        {
            Separator = separator,
            HasHeader = false,
            TrackLineNumbers = true,
            AllowLineBreaksInQuotes = allowLineBreaks,
            TrimWhitespace = true,
            OnMalformedRecord = found => malformed = found,
        });
        while (reader.Read())
        {
            var line = firstLine - 1 + checked((int)reader.LineNumber);
            var raw = reader.Current.RawRecord.ToArray();
            var fields = Array.ConvertAll(reader.Current.ToArray(), field => field.Trim());
            var fault = EncodingFault(raw, line) ?? QuoteFault(malformed, line);
            malformed = null;
            if (fault is not null || fields.Any(field => field.Length > 0))
                yield return (new CsvRecord(line, fields, fault), raw);
        }
    }

    private static RowFault? EncodingFault(byte[] raw, int line)
    {
        if (Utf8.IsValid(raw))
            return null;
        var place = 0;
        while (Rune.DecodeFromUtf8(raw.AsSpan(place), out _, out var length) == System.Buffers.OperationStatus.Done)
            place += length;
        return ImportRules.EncodingInvalid.At(
            line + LineBreaks(raw.AsSpan(0, place)), null, $"The byte 0x{raw[place]:X2} is no part of a UTF-8 character.", $"0x{raw[place]:X2}");
    }

    private static RowFault? QuoteFault(CsvMalformedRecord? malformed, int line) => malformed is not { } found
        ? null
        : ImportRules.QuoteMisplaced.At(line, null, found.Reason switch
        {
            CsvMalformedReason.StrayQuote => "A quotation mark stands inside a field that is not enclosed in quotation marks.",
            CsvMalformedReason.TextAfterClosingQuote => "Text follows the quotation mark that closes a field.",
            _ => "A quotation mark opens a field and none closes it.",
        });

    // CR LF, LF and CR each end a line, as the reader counts them.
    private static int LineBreaks(ReadOnlySpan<byte> raw)
    {
        var count = 0;
        for (var i = 0; i < raw.Length; i++)
        {
            if (raw[i] == '\n' || (raw[i] == '\r' && (i + 1 == raw.Length || raw[i + 1] != '\n')))
                count++;
        }

        return count;
    }
}
