using Azure.Monitor.OpenTelemetry.Exporter;
using Microsoft.Azure.Functions.Worker.OpenTelemetry;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;
using Reconciliation.Pipeline.Telemetry;

namespace Reconciliation.Host.Azure.Settings;

/// <summary>
/// Where traces, metrics and logs go: Application Insights where its connection string is set, any OpenTelemetry collector
/// where <c>OTEL_EXPORTER_OTLP_ENDPOINT</c> is, both or none.
/// </summary>
internal static class Telemetry
{
    public static void Add(IServiceCollection services, IConfiguration configuration)
    {
        var telemetry = services.AddOpenTelemetry();
        telemetry.WithTracing(traces => traces.AddSource(PipelineTelemetry.Name));
        telemetry.WithMetrics(metrics => metrics.AddMeter(PipelineTelemetry.Name));
        telemetry.UseFunctionsWorkerDefaults();
        if (configuration["APPLICATIONINSIGHTS_CONNECTION_STRING"] is { Length: > 0 } connection)
        {
            telemetry.UseAzureMonitorExporter(exporter =>
            {
                exporter.ConnectionString = connection;
                if (configuration["APPLICATIONINSIGHTS_AUTHENTICATION_STRING"] is { Length: > 0 } authentication)
                    exporter.Credential = AzureClients.Identity(ClientIdIn(authentication));
            });
        }

        if (configuration["OTEL_EXPORTER_OTLP_ENDPOINT"] is { Length: > 0 })
            telemetry.UseOtlpExporter();
    }

    /// <summary>The client id in <c>ClientId=...;Authorization=AAD</c>; null for none.</summary>
    internal static string? ClientIdIn(string authentication) => authentication.Split(';', StringSplitOptions.TrimEntries)
        .Select(part => part.Split('=', 2, StringSplitOptions.TrimEntries))
        .FirstOrDefault(part => part is ["ClientId", _])?[1];
}
