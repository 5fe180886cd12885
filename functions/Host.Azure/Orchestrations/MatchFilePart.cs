using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;
using Reconciliation.Pipeline.Matching;

namespace Reconciliation.Host.Azure.Orchestrations;

/// <summary>Matches a part of a large file.</summary>
public sealed partial class MatchFilePart(MatchEntries match, ILogger<MatchFilePart> log)
{
    /// <summary>Matches it.</summary>
    [Function(nameof(MatchFilePart))]
    public async Task RunAsync([ActivityTrigger] MatchingPart part, CancellationToken cancellation)
    {
        await match.HandleAsync(new FilePart(part.File, part.From, part.To), cancellation);
        Matched(part.File, part.From, part.To);
    }

    [LoggerMessage(2110, LogLevel.Information, "The entries of file {Sha256} from {From} to {To} were matched.")]
    private partial void Matched(string sha256, DateOnly from, DateOnly to);
}
