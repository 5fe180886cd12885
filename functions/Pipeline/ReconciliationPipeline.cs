using Microsoft.Extensions.DependencyInjection;
using Reconciliation.Pipeline.Accounts;
using Reconciliation.Pipeline.Ingest;
using Reconciliation.Pipeline.Matching;
using Reconciliation.Pipeline.Messages;
using Reconciliation.Pipeline.Operations;
using Reconciliation.Pipeline.Recovery;
using Reconciliation.Pipeline.Reports;

namespace Reconciliation.Pipeline;

/// <summary>Registers the handlers. The ports, the settings and the clock are the host's to register.</summary>
public static class ReconciliationPipeline
{
    /// <summary>Adds every handler.</summary>
    public static IServiceCollection AddReconciliationPipeline(this IServiceCollection services) => services
        .AddSingleton<AccountCommands>()
        .AddSingleton<ProjectAccount>()
        .AddSingleton<ReadFec>()
        .AddSingleton<ImportReceivables>()
        .AddSingleton<ImportStatement>()
        .AddSingleton<ReleaseStatement>()
        .AddSingleton<GiveUpStatement>()
        .AddSingleton<MatchPosting>()
        .AddSingleton<EntrySurroundings>()
        .AddSingleton<MatchEntries>()
        .AddSingleton<TryRules>()
        .AddSingleton<DivideFile>()
        .AddSingleton<ReviewMatch>()
        .AddSingleton<SituationReading>()
        .AddSingleton<RecoverAccount>()
        .AddSingleton<SendContact>()
        .AddSingleton<CheckBankData>()
        .AddSingleton<TakeFigures>()
        .AddSingleton<AnnounceStatement>()
        .AddSingleton<MatchAgain>()
        .AddSingleton<CheckReadiness>();

    /// <summary>Adds what a host needs whose alarms are the port <see cref="Ports.IWakeUps"/> and whose messages come in one queue.</summary>
    public static IServiceCollection AddOneQueue(this IServiceCollection services) => services
        .AddSingleton<WatchAccount>()
        .AddSingleton<SweepAccounts>()
        .AddSingleton<MessageDispatcher>();
}
