using System.Collections.Immutable;

namespace Reconciliation.Domain.Receivables;

/// <summary>
/// A CSV file with named columns in any order, separated by commas or semicolons. Every fault goes to
/// <see cref="Faults"/>; a row that has one is for nobody to use.
/// </summary>
internal sealed class CsvTable(ImmutableArray<CsvColumn> columns)
{
    private static ReadOnlySpan<byte> Utf16LittleEndian => [0xFF, 0xFE];

    private static ReadOnlySpan<byte> Utf16BigEndian => [0xFE, 0xFF];

    /// <summary>What was found, in the order in which it was found.</summary>
    public List<RowFault> Faults { get; } = [];

    /// <summary>The rows whose fields stand where their columns are; none where the columns themselves are wrong.</summary>
    public IEnumerable<CsvLine> Read(Stream file)
    {
        var bytes = ReadWhole(file);
        if (bytes.AsSpan().StartsWith(Utf16LittleEndian) || bytes.AsSpan().StartsWith(Utf16BigEndian))
        {
            Faults.Add(ImportRules.EncodingInvalid.At(1, null, "The file is in UTF-16.", "UTF-16"));
            yield break;
        }

        ImmutableArray<string>? header = null;
        foreach (var record in new CsvRecords(bytes, Separator(bytes)).Read())
        {
            if (header is null)
            {
                header = Header(record);
                if (header is null)
                    yield break;
            }
            else if (Row(record, header.Value) is { } row)
            {
                yield return row;
            }
        }

        if (header is null)
            Faults.Add(ImportRules.FileEmpty.At(1, null, "The file has no line with content."));
    }

    // The names of columns in their order in the file; null where the rows cannot be told apart by them.
    private ImmutableArray<string>? Header(CsvRecord record)
    {
        if (record.Fault is { } fault)
        {
            Faults.Add(fault);
            return null;
        }

        var names = record.Fields.Select(name => name.ToLowerInvariant()).ToImmutableArray();
        var unknown = names.Where(name => columns.All(column => column.Name != name)).Distinct();
        Faults.AddRange(unknown.Select(name => ImportRules.ColumnUnknown.At(
            record.Line, name, $"No column is named '{name}'; the columns are {string.Join(", ", columns.Select(c => c.Name))}.", name)));
        var twice = names.Where(name => names.Count(other => other == name) > 1 && columns.Any(c => c.Name == name)).Distinct().ToList();
        Faults.AddRange(twice.Select(name => ImportRules.ColumnTwice.At(record.Line, name, $"The column {name} is there more than once.", name)));
        var missing = columns.Where(column => column.IsRequired && !names.Contains(column.Name)).ToList();
        Faults.AddRange(missing.Select(column => ImportRules.ColumnMissing.At(record.Line, column.Name, $"There is no column {column.Name}.")));
        return twice.Count + missing.Count == 0 ? names : null;
    }

    private CsvLine? Row(CsvRecord record, ImmutableArray<string> header)
    {
        if (record.Fault is { } fault)
        {
            Faults.Add(fault);
            return null;
        }

        if (record.Fields.Length != header.Length)
        {
            Faults.Add(ImportRules.FieldCountWrong.At(
                record.Line, null, $"The row has {record.Fields.Length} fields, the first line names {header.Length} columns."));
            return null;
        }

        var fields = header.Zip(record.Fields).Where(pair => pair.Second.Length > 0)
            .DistinctBy(pair => pair.First).ToDictionary(pair => pair.First, pair => pair.Second);
        var row = new CsvLine(record.Line, fields, Faults);
        foreach (var column in columns.Where(column => column.IsRequired && !fields.ContainsKey(column.Name)))
            row.Report(ImportRules.ValueMissing, column.Name, $"The row has no {column.Name}.");
        return row;
    }

    private static byte[] ReadWhole(Stream file)
    {
        using var memory = new MemoryStream();
        file.CopyTo(memory);
        return memory.ToArray();
    }

    // No column's name contains either, so the first line with content decides.
    private static char Separator(ReadOnlySpan<byte> bytes)
    {
        var content = bytes.IndexOfAnyExcept((byte)'\r', (byte)'\n');
        var line = content < 0 ? [] : bytes[content..];
        var end = line.IndexOfAny((byte)'\r', (byte)'\n');
        line = end < 0 ? line : line[..end];
        return line.Count((byte)';') > line.Count((byte)',') ? ';' : ',';
    }
}
