using System.Collections.Immutable;
using Azure.Storage.Blobs;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Reconciliation.Domain.Statements;
using Reconciliation.Host.Azure.Http;
using Reconciliation.Host.Azure.Operations;
using Reconciliation.Host.Azure.Receivables;
using Reconciliation.Host.Azure.Settings;
using Reconciliation.Host.Azure.Triggers;
using Reconciliation.Pipeline;
using Reconciliation.Pipeline.Operations;
using Reconciliation.Pipeline.Ports;
using Reconciliation.Pipeline.Time;
using Reconciliation.Storage.Azure.Messages;

namespace Reconciliation.Host.Azure;

/// <summary>Puts the pipeline, its adapters on Azure and the app's settings together.</summary>
public static class HostServices
{
    /// <summary>Adds everything that the functions need, without a request to any service.</summary>
    /// <exception cref="AppSettingsException">Settings are missing or wrong; the message names all of them.</exception>
    /// <exception cref="InvalidOperationException">The setting <c>Access__Mode</c> cannot hold where the app runs.</exception>
    public static IServiceCollection AddReconciliation(
        this IServiceCollection services, IConfiguration configuration, IHostEnvironment environment)
    {
        var faults = new List<string>();
        var settings = HostSettings.Read(configuration, faults);
        var clients = AzureClients.Of(configuration, faults);
        if (settings is null || clients is null)
            throw new AppSettingsException(faults);
        return services
            .AddSingleton(settings)
            .AddSingleton(_ => clients)
            .AddSingleton(provider => provider.GetRequiredService<AzureClients>().Blobs)
            .AddSingleton(provider => provider.GetRequiredService<AzureClients>().Tables)
            .AddSingleton(provider => provider.GetRequiredService<AzureClients>().Bus)
            .AddSingleton<TimeProvider, ParisTime>()
            .AddSingleton(typeof(ImmutableArray<StatementReader>), StatementReaders.All)
            .AddSingleton<IMessages, ServiceBusMessages>()
            .AddSingleton<IDeadLetters, DeadLetters>()
            .AddLedger()
            .AddReconciliationPipeline()
            .AddApi(configuration, environment)
            .AddReadinessProbes()
            .AddSingleton<MessageDelivery>()
            .AddSingleton<IReceivablesFiles>(provider => new BlobReceivablesFiles(provider.GetRequiredService<BlobServiceClient>()))
            .AddSingleton<TakeReceivables>();
    }

    private static IServiceCollection AddLedger(this IServiceCollection services) => services
        .AddSingleton<OpenedLedger>()
        .AddHostedService(provider => provider.GetRequiredService<OpenedLedger>())
        .AddSingleton(provider => provider.GetRequiredService<OpenedLedger>().Settings.Creditor)
        .AddSingleton(provider => provider.GetRequiredService<OpenedLedger>().Settings.Policy)
        .AddSingleton(provider => provider.GetRequiredService<OpenedLedger>().Settings.Pipeline)
        .AddSingleton<IAccountStreams>(provider => provider.GetRequiredService<OpenedLedger>().Storage.Streams)
        .AddSingleton<IStatementStore>(provider => provider.GetRequiredService<OpenedLedger>().Storage.Statements)
        .AddSingleton<ILedgerQueries>(provider => provider.GetRequiredService<OpenedLedger>().Storage.Queries)
        .AddSingleton<IOpenItemIndex>(provider => provider.GetRequiredService<OpenedLedger>().Storage.OpenItems)
        .AddSingleton<IFileStore>(provider => provider.GetRequiredService<OpenedLedger>().Storage.Files)
        .AddSingleton<IContactChannels>(provider => provider.GetRequiredService<OpenedLedger>().Storage.Contacts)
        .AddSingleton<IFigures>(provider => provider.GetRequiredService<OpenedLedger>().Storage.Figures);
}
