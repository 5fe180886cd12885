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
        LedgerSettings.Read(
            creditor.Value.Content.ToString(),
            await TextAsync(settings.GetBlobClient(LedgerSettings.PolicyFile), cancellation),
            await TextAsync(settings.GetBlobClient(LedgerSettings.RulesFile), cancellation));
    }

    private static async Task<string?> TextAsync(BlobClient blob, CancellationToken cancellation) =>
        await blob.ExistsAsync(cancellation) ? (await blob.DownloadContentAsync(cancellation)).Value.Content.ToString() : null;
}
