namespace Reconciliation.Chaos;

/// <summary>What a run has to bear. Everything follows from the seed, so that a run can be repeated alone.</summary>
/// <param name="Seed">Decides which calls fail, and how.</param>
/// <param name="Rate">How many calls of the first attempt at a step fail, from 0 to 1.</param>
/// <param name="ClientsRetry">The clients of Azure repeat a failed request by themselves.</param>
/// <param name="Workers">How many messages are handled at the same time.</param>
/// <param name="QueueDeduplicates">The queue drops a message whose identifier it took within ten minutes.</param>
public sealed record Disturbance(ulong Seed, double Rate, bool ClientsRetry, int Workers, bool QueueDeduplicates)
{
    private static readonly double[] Rates = [0.01, 0.03, 0.08];

    /// <summary>Nothing happens, and messages come one by one in their order.</summary>
    public static Disturbance None { get; } = new(0, 0, ClientsRetry: true, Workers: 1, QueueDeduplicates: false);

    /// <summary>The disturbance of a seed: six in a row bear every rate, with and without retries.</summary>
    public static Disturbance Of(ulong seed) => new(
        seed, Rates[(seed / 2) % 3], ClientsRetry: seed % 2 == 0, Workers: seed % 3 == 0 ? 3 : 1, QueueDeduplicates: seed % 5 < 3);

    /// <inheritdoc/>
    public override string ToString()
    {
        var (clients, queue) = (ClientsRetry ? "retry" : "do not retry", QueueDeduplicates ? "deduplicates" : "repeats");
        return FormattableString.Invariant($"seed {Seed}: {Rate:P0} of calls fail, clients {clients}, {Workers} at a time, queue {queue}");
    }
}
