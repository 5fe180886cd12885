using Microsoft.Azure.Functions.Worker;
using Reconciliation.Pipeline.Matching;

namespace Reconciliation.Host.Azure.Orchestrations;

/// <summary>Divides a large file.</summary>
public sealed class PlanFileMatching(DivideFile divide)
{
    /// <summary>The parts that wait for the matcher.</summary>
    [Function(nameof(PlanFileMatching))]
    public async Task<MatchingPart[]> RunAsync([ActivityTrigger] string file, CancellationToken cancellation)
    {
        var parts = await divide.HandleAsync(file, FileMatching.PartSize, cancellation);
        return [.. parts.Select(part => new MatchingPart(part.File, part.From, part.To))];
    }
}
