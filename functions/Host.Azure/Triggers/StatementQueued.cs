using Azure.Messaging.ServiceBus;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;
using Reconciliation.Domain;
using Reconciliation.Pipeline.Ingest;
using Reconciliation.Pipeline.Messages;
using Reconciliation.Pipeline.Ports;
using Reconciliation.Storage.Azure.Messages;
using Said = Reconciliation.Pipeline.Messages;

namespace Reconciliation.Host.Azure.Triggers;

/// <summary>
/// An announced file is taken in, one at a time of each name. One whose import keeps failing goes to quarantine with the
/// failure, so that it waits for a person and not among the dead letters alone.
/// </summary>
public sealed partial class StatementQueued(
    MessageDelivery delivery, ImportStatement import, GiveUpStatement giveUp, ILogger<StatementQueued> log)
{
    /// <summary>Takes the file in.</summary>
    [Function(nameof(StatementQueued))]
    public Task RunAsync(
        [ServiceBusTrigger(QueueNames.StatementArrived, Connection = "ServiceBus", IsSessionsEnabled = true, AutoCompleteMessages = false)]
        ServiceBusReceivedMessage message,
        ServiceBusMessageActions actions,
        CancellationToken cancellation) =>
        delivery.HandleAsync(
            message, QueueNames.StatementArrived, actions, said => ImportAsync((Said.StatementArrived)said, cancellation), cancellation,
            (said, failure) => GiveUpAsync((Said.StatementArrived)said, failure, cancellation));

    private async Task ImportAsync(Said.StatementArrived arrived, CancellationToken cancellation)
    {
        if (await import.HandleAsync(arrived, cancellation) is { } taken)
            TakenIn(taken.Sha256, taken.Status, taken.NewEntries, taken.KnownEntries);
        else
            Gone(DeterministicId.Of("file", arrived.Name));
    }

    private async Task GiveUpAsync(Said.StatementArrived arrived, Exception failure, CancellationToken cancellation)
    {
        if (await giveUp.HandleAsync(arrived.Name, failure.GetType().Name, cancellation) is { } aside)
            PutAside(aside.Sha256);
    }

    [LoggerMessage(2011, LogLevel.Information, "Statement file {Sha256} is {Status}: {NewEntries} new entries, {KnownEntries} known.")]
    private partial void TakenIn(string sha256, FileStatus status, int newEntries, int knownEntries);

    [LoggerMessage(2012, LogLevel.Warning, "Statement file {File} was announced, and the inbox takes up no file of that name: it was taken in before, lies in a folder, or is still being written.")]
    private partial void Gone(string file);

    [LoggerMessage(2013, LogLevel.Error, "Statement file {Sha256} is put into quarantine, for its import keeps failing.")]
    private partial void PutAside(string sha256);
}
