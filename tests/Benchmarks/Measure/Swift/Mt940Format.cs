using Reconciliation.Domain.Statements;
using Reconciliation.Domain.Statements.Swift;

namespace Reconciliation.Benchmarks.Measure.Swift;

/// <summary>MT940 against a bare line split.</summary>
internal sealed class Mt940Format : MeasuredFormat
{
    public override string Name => "MT940";

    public override string Limit => LineSplit.Name;

    public override StatementReader Reader { get; } = new SwiftReader();

    public override void Write(Stream file, int entries, ulong seed) => LargeMessages.Write(file, entries, seed);

    public override void RunLimit(Stream file) => LineSplit.Count(file);
}
