using Azure.Storage.Blobs;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;
using Reconciliation.Domain;
using Reconciliation.Pipeline.Ports;
using Reconciliation.Storage.Azure;
using Said = Reconciliation.Pipeline.Messages;

namespace Reconciliation.Host.Azure.Triggers;

/// <summary>
/// A bank's file lies in the inbox. It is only announced: reading takes long, and its repetitions and their reasons belong
/// to the queue.
/// </summary>
public sealed partial class StatementArrived(IMessages messages, ILogger<StatementArrived> log)
{
    /// <summary>Announces the file.</summary>
    [Function(nameof(StatementArrived))]
    public async Task RunAsync(
        [BlobTrigger(StorageNames.Inbox + "/{name}", Connection = "Ledger", Source = BlobTriggerSource.EventGrid)] BlobClient file,
        string name,
        CancellationToken cancellation)
    {
        // Hidden names are the inbox's own, of files that are still being written.
        if (name.StartsWith('.'))
            return;
        await messages.SendAsync(new Said.StatementArrived(name), cancellation);
        Arrived(DeterministicId.Of("file", name), file.AccountName);
    }

    [LoggerMessage(2010, LogLevel.Information, "Statement file {File} arrived in the inbox of {Account} and is announced.")]
    private partial void Arrived(string file, string account);
}
