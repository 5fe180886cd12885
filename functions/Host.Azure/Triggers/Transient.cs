using Azure;
using Azure.Messaging.ServiceBus;
using Reconciliation.Pipeline.Ports;

namespace Reconciliation.Host.Azure.Triggers;

/// <summary>Failures that pass by themselves: the environment's, and those of two attempts at one thing.</summary>
internal static class Transient
{
    /// <summary>Whether trying again later may well succeed.</summary>
    public static bool Is(Exception failure) => failure switch
    {
        RequestFailedException refused => refused.Status is 0 or 408 or 409 or 412 or 429 or 500 or 502 or 503 or 504,
        ServiceBusException bus => bus.IsTransient,
        StagingOverlapException or TimeoutException or IOException or HttpRequestException or OperationCanceledException => true,
        AggregateException several => several.InnerExceptions.All(Is),
        _ => false,
    };

    /// <summary>
    /// How long to hold a message back before it is delivered again: 5, 20, 80 seconds, then 5 minutes. Together they
    /// outlast a throttled partition or a failover of storage; the clients have repeated each request on their own before.
    /// </summary>
    public static TimeSpan PauseAfter(int delivery) =>
        TimeSpan.FromSeconds(Math.Min(300, 5 * Math.Pow(4, Math.Max(0, delivery - 1))));
}
