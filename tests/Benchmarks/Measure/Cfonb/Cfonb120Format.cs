using Reconciliation.Domain.Statements;
using Reconciliation.Domain.Statements.Cfonb;

namespace Reconciliation.Benchmarks.Measure.Cfonb;

/// <summary>CFONB 120 against a bare split into lines.</summary>
internal sealed class Cfonb120Format : MeasuredFormat
{
    public override string Name => "CFONB 120";

    public override string Limit => LineSplit.Name;

    public override StatementReader Reader { get; } = new Cfonb120Reader();

    public override void Write(Stream file, int entries, ulong seed) => LargeCfonb120.Write(file, entries, seed);

    public override void RunLimit(Stream file) => LineSplit.Count(file);
}
