using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace Reconciliation.Host.Azure.Orchestrations;

/// <summary>
/// Matches a large file in parts, several at once, then once over what they left: an entry that two parts wanted is the
/// first one's, and the other's is decided anew. Interrupted anywhere, it goes on with the parts that are not done.
/// </summary>
public static class FileMatching
{
    /// <summary>Entries a part, about: some minutes of work, well below the time a function has.</summary>
    public const int PartSize = 5_000;

    /// <summary>Parts at once: what the table of accounts bears without throttling.</summary>
    public const int PartsAtOnce = 8;

    /// <summary>Matches the file.</summary>
    [Function(nameof(FileMatching))]
    public static async Task RunAsync([OrchestrationTrigger] TaskOrchestrationContext context, MatchingInput input)
    {
        context.SetCustomStatus(new MatchingStatus("plan", 0, 0));
        var parts = await context.CallActivityAsync<MatchingPart[]>(nameof(PlanFileMatching), input.File, Retries.Matching);
        var done = 0;
        foreach (var window in parts.Chunk(PartsAtOnce))
        {
            context.SetCustomStatus(new MatchingStatus("parts", done, parts.Length));
            await Task.WhenAll(window.Select(part => context.CallActivityAsync(nameof(MatchFilePart), part, Retries.Matching)));
            done += window.Length;
        }

        context.SetCustomStatus(new MatchingStatus("rest", done, parts.Length));
        await context.CallActivityAsync(nameof(MatchFileRest), input.File, Retries.Matching);
        context.SetCustomStatus(new MatchingStatus("done", done, parts.Length));
    }
}
