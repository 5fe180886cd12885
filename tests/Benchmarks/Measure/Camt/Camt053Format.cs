using System.Xml;
using Reconciliation.Domain.Statements;
using Reconciliation.Domain.Statements.Camt;

namespace Reconciliation.Benchmarks.Measure.Camt;

/// <summary>camt.053 against a loop over <see cref="XmlReader.Read"/>.</summary>
internal sealed class Camt053Format(bool isIndented) : MeasuredFormat
{
    private static readonly XmlReaderSettings Settings = new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null };

    public override string Name => isIndented ? "camt.053, indented" : "camt.053, on one line";

    public override string Limit => "bare XmlReader.Read()";

    public override StatementReader Reader { get; } = new CamtReader();

    public override void Write(Stream file, int entries, ulong seed) => LargeStatement.Write(file, entries, seed, isIndented);

    public override void RunLimit(Stream file)
    {
        using var xml = XmlReader.Create(file, Settings);
        while (xml.Read())
        {
        }
    }
}
