using Azure.Messaging.ServiceBus;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;
using Reconciliation.Domain.Ledger;
using Reconciliation.Host.Azure.Orchestrations;
using Reconciliation.Pipeline.Accounts;
using Reconciliation.Pipeline.Messages;
using Reconciliation.Pipeline.Ports;
using Reconciliation.Pipeline.Recovery;
using Reconciliation.Storage.Azure.Messages;
using Said = Reconciliation.Pipeline.Messages;

namespace Reconciliation.Host.Azure.Triggers;

/// <summary>
/// An account changed, or something that its recovery depends on: index and summary follow, then its case is told. One
/// message of an account at a time, so that a case is not begun twice.
/// </summary>
public sealed partial class AccountChanged(
    MessageDelivery delivery, IAccountStreams streams, RecoverAccount recover, ProjectAccount project, ILogger<AccountChanged> log)
{
    /// <summary>Projects the account and tells its case.</summary>
    [Function(nameof(AccountChanged))]
    public Task RunAsync(
        [ServiceBusTrigger(QueueNames.AccountChanged, Connection = "ServiceBus", IsSessionsEnabled = true, AutoCompleteMessages = false)]
        ServiceBusReceivedMessage message,
        ServiceBusMessageActions actions,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellation) =>
        delivery.HandleAsync(
            message, QueueNames.AccountChanged, actions,
            said => said is Said.AccountChanged changed
                ? FollowAsync(changed.Account, changed.Version, client, cancellation)
                : FollowAsync(((AccountWoken)said).Account, 0, client, cancellation),
            cancellation);

    private async Task FollowAsync(AccountId account, int version, DurableTaskClient client, CancellationToken cancellation)
    {
        var look = await recover.AskAsync(account, cancellation);
        await project.HandleAsync(await streams.LoadAsync(account, cancellation), look.Reminder, cancellation);
        var told = await AccountCases.TellAsync(client, account, version, cancellation);
        Followed(CaseId.Of(account), version, told);
    }

    [LoggerMessage(2030, LogLevel.Information, "{Case} is at version {Version} of its account: {Told}.")]
    private partial void Followed(string @case, int version, CaseTold told);
}
