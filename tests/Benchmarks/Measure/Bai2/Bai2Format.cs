using Reconciliation.Domain.Statements;
using Reconciliation.Domain.Statements.Bai2;

namespace Reconciliation.Benchmarks.Measure.Bai2;

/// <summary>BAI2 against a bare split into lines.</summary>
internal sealed class Bai2Format : MeasuredFormat
{
    public override string Name => "BAI2";

    public override string Limit => LineSplit.Name;

    public override StatementReader Reader { get; } = new Bai2Reader();

    public override void Write(Stream file, int entries, ulong seed) => LargeBai2.Write(file, entries, seed);

    public override void RunLimit(Stream file) => LineSplit.Count(file);
}
