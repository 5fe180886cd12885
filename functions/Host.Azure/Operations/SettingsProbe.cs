using Azure.Storage.Blobs;
using Reconciliation.Pipeline;
using Reconciliation.Pipeline.Operations;
using Reconciliation.Storage.Azure;

namespace Reconciliation.Host.Azure.Operations;

/// <summary>Reads the settings of the ledger as the app does.</summary>
internal sealed class SettingsProbe(BlobServiceClient blobs) : IReadinessProbe
{
    public string Name => "settings";

    public async Task ProbeAsync(CancellationToken cancellation)
    {
        var settings = blobs.GetBlobContainerClient(StorageNames.Settings);
        var creditor = await settings.GetBlobClient(LedgerSettings.CreditorFile).DownloadContentAsync(cancellation);
        var policy = settings.GetBlobClient(LedgerSettings.PolicyFile);
        LedgerSettings.Read(
            creditor.Value.Content.ToString(),
            await policy.ExistsAsync(cancellation) ? (await policy.DownloadContentAsync(cancellation)).Value.Content.ToString() : null);
    }
}
