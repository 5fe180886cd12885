using Microsoft.DurableTask;

namespace Reconciliation.Host.Azure.Orchestrations;

/// <summary>How often activities are tried. Each is safe to repeat.</summary>
internal static class Retries
{
    /// <summary>
    /// Asking only reads. Ten attempts over an hour outlast a failover of storage; what fails longer ends the case, and
    /// the sweep begins it anew.
    /// </summary>
    public static TaskOptions Asking { get; } = TaskOptions.FromRetryPolicy(
        new RetryPolicy(10, TimeSpan.FromSeconds(5), backoffCoefficient: 2, maxRetryInterval: TimeSpan.FromMinutes(15)));

    /// <summary>
    /// A step reaches a debtor: a failure that stays is better seen by a person soon than tried all night, so five
    /// attempts within about ten minutes.
    /// </summary>
    public static TaskOptions Acting { get; } = TaskOptions.FromRetryPolicy(
        new RetryPolicy(5, TimeSpan.FromSeconds(20), backoffCoefficient: 2.5, maxRetryInterval: TimeSpan.FromMinutes(10)));

    /// <summary>Many parts write at once: a throttled partition is left alone for some minutes.</summary>
    public static TaskOptions Matching { get; } = TaskOptions.FromRetryPolicy(
        new RetryPolicy(6, TimeSpan.FromSeconds(15), backoffCoefficient: 3, maxRetryInterval: TimeSpan.FromMinutes(10)));
}
