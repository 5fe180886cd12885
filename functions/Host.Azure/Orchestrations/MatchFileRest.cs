using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;
using Reconciliation.Pipeline.Matching;
using Reconciliation.Pipeline.Messages;

namespace Reconciliation.Host.Azure.Orchestrations;

/// <summary>Matches what the parts of a large file left.</summary>
public sealed partial class MatchFileRest(MatchEntries match, ILogger<MatchFileRest> log)
{
    /// <summary>Matches it.</summary>
    [Function(nameof(MatchFileRest))]
    public async Task RunAsync([ActivityTrigger] string file, CancellationToken cancellation)
    {
        await match.HandleAsync(new EntriesAccepted(file), cancellation);
        Matched(file);
    }

    [LoggerMessage(2111, LogLevel.Information, "What the parts of file {Sha256} left was matched.")]
    private partial void Matched(string sha256);
}
