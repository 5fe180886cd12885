using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace Reconciliation.Host.Azure.Orchestrations;

/// <summary>The matchings of large files, one a file.</summary>
internal static class FileMatchings
{
    /// <summary>What the identifiers of all matchings begin with; the file's hash follows.</summary>
    public const string Prefix = "matching-";

    /// <summary>Begins a file's matching, unless it is under way.</summary>
    public static async Task BeginAsync(DurableTaskClient client, string file, CancellationToken cancellation)
    {
        var id = Prefix + file;
        if (await Instances.IsAliveAsync(client, id, cancellation))
            return;
        var options = new StartOrchestrationOptions(id).WithDedupeStatuses(Instances.Alive);
        await client.ScheduleNewOrchestrationInstanceAsync(nameof(FileMatching), new MatchingInput(file), options, cancellation);
    }
}
