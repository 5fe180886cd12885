using System.Text;
using CsvHelper;
using Reconciliation.Domain.Statements;
using Reconciliation.Domain.Statements.Csv;

namespace Reconciliation.Benchmarks.Measure.Csv;

/// <summary>CSV by one of the built-in profiles against CsvHelper's loop over records, as it comes but for the separator.</summary>
internal sealed class CsvFormat(string profile, string name, Action<TextWriter, int, ulong> write) : MeasuredFormat
{
    private readonly CsvStatementReader _reader = new(CsvProfiles.BuiltIn.Single(p => p.Name == profile));

    public override string Name => name;

    public override string Limit => "bare CsvReader.Read()";

    public override StatementReader Reader => _reader;

    public override void Write(Stream file, int entries, ulong seed)
    {
        using var text = new StreamWriter(file, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), 1 << 16, leaveOpen: true) { NewLine = "\r\n" };
        write(text, entries, seed);
    }

    public override void RunLimit(Stream file)
    {
        using var text = new StreamReader(file, Encoding.UTF8, detectEncodingFromByteOrderMarks: true, bufferSize: -1, leaveOpen: true);
        using var csv = CsvReader.Create(text, new CsvReaderOptions { Separator = _reader.Profile.Separator });
        while (csv.Read())
        {
        }
    }
}
