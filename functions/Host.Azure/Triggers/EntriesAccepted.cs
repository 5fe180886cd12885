using Azure.Messaging.ServiceBus;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;
using Reconciliation.Host.Azure.Orchestrations;
using Reconciliation.Pipeline.Matching;
using Reconciliation.Pipeline.Messages;
using Reconciliation.Pipeline.Ports;
using Reconciliation.Storage.Azure.Messages;
using Said = Reconciliation.Pipeline.Messages;

namespace Reconciliation.Host.Azure.Triggers;

/// <summary>Entries wait to be explained, or receivables came in that may explain older ones.</summary>
public sealed partial class EntriesAccepted(
    MessageDelivery delivery, MatchEntries match, IStatementStore statements, ILogger<EntriesAccepted> log)
{
    /// <summary>
    /// Up to so many entries one call matches within a lock's time; more are divided among workers.
    /// </summary>
    public const int MostAtOnce = 5_000;

    /// <summary>Has the entries explained, those of a large file by an orchestration.</summary>
    [Function(nameof(EntriesAccepted))]
    public Task RunAsync(
        [ServiceBusTrigger(QueueNames.EntriesAccepted, Connection = "ServiceBus", AutoCompleteMessages = false)] ServiceBusReceivedMessage message,
        ServiceBusMessageActions actions,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellation) =>
        delivery.HandleAsync(
            message, QueueNames.EntriesAccepted, actions,
            said => said is ReceivablesImported imported
                ? LookAgainAsync(imported, cancellation)
                : MatchAsync((Said.EntriesAccepted)said, client, cancellation),
            cancellation);

    private async Task LookAgainAsync(ReceivablesImported imported, CancellationToken cancellation)
    {
        await match.HandleAsync(imported, cancellation);
        LookedAgain();
    }

    private async Task MatchAsync(Said.EntriesAccepted accepted, DurableTaskClient client, CancellationToken cancellation)
    {
        var isLarge = await statements.FindFileAsync(accepted.File, cancellation) is { NewEntries: > MostAtOnce };
        if (isLarge)
            await FileMatchings.BeginAsync(client, accepted.File, cancellation);
        else
            await match.HandleAsync(accepted, cancellation);
        Matched(accepted.File, isLarge);
    }

    [LoggerMessage(2020, LogLevel.Information, "The entries of file {Sha256} were matched (in an orchestration of its own: {IsLarge}).")]
    private partial void Matched(string sha256, bool isLarge);

    [LoggerMessage(2021, LogLevel.Information, "Entries without explanation were looked at again, for receivables came in.")]
    private partial void LookedAgain();
}
