using Reconciliation.Domain.Statements;
using Reconciliation.Domain.Statements.Ofx;

namespace Reconciliation.Benchmarks.Measure.Ofx;

/// <summary>OFX of either version against a bare scan for tags.</summary>
internal sealed class OfxFormat(bool isXml) : MeasuredFormat
{
    public override string Name => isXml ? "OFX 2 (XML)" : "OFX 1 (SGML)";

    public override string Limit => TagScan.Name;

    public override StatementReader Reader { get; } = new OfxStatementReader();

    public override void Write(Stream file, int entries, ulong seed)
    {
        using var text = new OfxWriter(file, isXml);
        LargeOfx.Write(text, entries, seed);
    }

    public override void RunLimit(Stream file) => TagScan.Count(file);
}
