using Microsoft.Extensions.DependencyInjection;
using Reconciliation.Pipeline.Operations;

namespace Reconciliation.Host.Azure.Operations;

/// <summary>Registers what readiness asks on Azure.</summary>
internal static class ReadinessServices
{
    /// <summary>Adds the probes; the clients of tables, blobs and messages are registered elsewhere.</summary>
    public static IServiceCollection AddReadinessProbes(this IServiceCollection services) => services
        .AddSingleton<IReadinessProbe, TablesProbe>()
        .AddSingleton<IReadinessProbe, BlobsProbe>()
        .AddSingleton<IReadinessProbe, SettingsProbe>()
        .AddSingleton<IReadinessProbe, MessagesProbe>();
}
