using Reconciliation.Domain.Statements;
using Reconciliation.Pipeline;
using Reconciliation.Pipeline.Time;
using Reconciliation.Storage.Sqlite;

namespace Reconciliation.Host.Local.Embedded;

/// <summary>Puts the pipeline, its SQLite adapters and the settings of a data folder together.</summary>
internal static class EmbeddedServices
{
    /// <summary>Adds everything that works on a data folder, by the given clock.</summary>
    public static IServiceCollection AddEmbedded(this IServiceCollection services, DataFolder data, TimeProvider time)
    {
        var settings = FolderSettings.Read(data.Path);
        return services
            .AddSingleton(data)
            .AddSingleton(time)
            .AddSingleton(settings.Pipeline)
            .AddSingleton(settings.Creditor)
            .AddSingleton(settings.Policy)
            .AddSingleton(typeof(System.Collections.Immutable.ImmutableArray<StatementReader>), StatementReaders.All)
            .AddSqliteStorage(data.Path, settings.Pipeline.Chart, settings.Creditor.Email ?? "reconciliation@localhost")
            .AddReconciliationPipeline()
            .AddOneQueue()
            .AddSingleton<MessagePump>();
    }

    /// <summary>The services for one command, without a server.</summary>
    public static ServiceProvider Build(DataFolder data, TimeProvider? time = null) =>
        new ServiceCollection().AddLogging(log => log.AddSimpleConsole().SetMinimumLevel(LogLevel.Warning))
            .AddEmbedded(data, time ?? new ParisTime()).BuildServiceProvider();
}
