using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Reconciliation.Domain.Ledger;
using Reconciliation.Pipeline.Operations;
using Reconciliation.Pipeline.Ports;
using Reconciliation.Storage.Sqlite.Folders;

namespace Reconciliation.Storage.Sqlite;

/// <summary>Registers the adapters of the embedded host.</summary>
public static class ServiceCollectionExtensions
{
    /// <summary>
    /// The ports on a data folder: <c>ledger.db</c> in it, and the folders inbox, archive, quarantine, figures and outbox. The
    /// clock is the <see cref="TimeProvider"/> registered, else the system's. E-mails come from <paramref name="sender"/>.
    /// </summary>
    public static IServiceCollection AddSqliteStorage(
        this IServiceCollection services, string dataFolder, ChartOfAccounts chart, string sender = "reconciliation@localhost")
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(provider => SqliteStorage.Open(dataFolder, chart, provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton(provider => provider.GetRequiredService<SqliteStorage>().Messages);
        services.AddSingleton(provider => provider.GetRequiredService<SqliteStorage>().WakeUps);
        services.AddSingleton(provider => provider.GetRequiredService<SqliteStorage>().Queries);
        services.AddSingleton<IStatementStore>(provider => provider.GetRequiredService<SqliteStorage>().Statements);
        services.AddSingleton<IAccountStreams>(provider => provider.GetRequiredService<SqliteStorage>().Streams);
        services.AddSingleton<IOpenItemIndex>(provider => provider.GetRequiredService<SqliteStorage>().OpenItems);
        services.AddSingleton<ILedgerQueries>(provider => provider.GetRequiredService<SqliteStorage>().Queries);
        services.AddSingleton<IMessages>(provider => provider.GetRequiredService<SqliteStorage>().Messages);
        services.AddSingleton<IDeadLetters>(provider => provider.GetRequiredService<SqliteStorage>().DeadLetters);
        services.AddSingleton<IReadinessProbe, LedgerProbe>();
        services.AddSingleton<IWakeUps>(provider => provider.GetRequiredService<SqliteStorage>().WakeUps);
        services.AddSingleton(_ => new FolderFileStore(dataFolder));
        services.AddSingleton<IFileStore>(provider => provider.GetRequiredService<FolderFileStore>());
        services.AddSingleton<IFigures>(_ => new FolderFigures(dataFolder));
        services.AddSingleton<IContactChannels>(_ => new OutboxFolder(dataFolder, sender));
        return services;
    }
}
