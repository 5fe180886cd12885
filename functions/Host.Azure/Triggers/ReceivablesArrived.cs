using Azure.Storage.Blobs;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;
using Reconciliation.Domain;
using Reconciliation.Host.Azure.Receivables;
using Reconciliation.Storage.Azure;

namespace Reconciliation.Host.Azure.Triggers;

/// <summary>A receivables or instalments file was dropped.</summary>
public sealed partial class ReceivablesArrived(TakeReceivables take, ILogger<ReceivablesArrived> log)
{
    /// <summary>Imports it, or says beside it what stands against that.</summary>
    [Function(nameof(ReceivablesArrived))]
    public async Task RunAsync(
        [BlobTrigger(StorageNames.Receivables + "/{name}", Connection = "Ledger", Source = BlobTriggerSource.EventGrid)] BlobClient file,
        string name,
        CancellationToken cancellation)
    {
        var taken = await take.HandleAsync(name, cancellation);
        if (taken.Outcome == ReceivablesOutcome.Imported)
            Imported(DeterministicId.Of("file", name), file.AccountName, taken.Opened, taken.Known, taken.Scheduled);
        else
            NotImported(DeterministicId.Of("file", name), file.AccountName, taken.Outcome, taken.Faults);
    }

    [LoggerMessage(2050, LogLevel.Information, "Receivables file {File} of {Account} is imported: {Opened} opened, {Known} known, {Scheduled} with terms.")]
    private partial void Imported(string file, string account, int opened, int known, int scheduled);

    [LoggerMessage(2051, LogLevel.Warning, "Receivables file {File} of {Account} is not imported: {Outcome}, {Faults} faults.")]
    private partial void NotImported(string file, string account, ReceivablesOutcome outcome, int faults);
}
