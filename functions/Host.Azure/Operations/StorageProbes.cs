using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Reconciliation.Pipeline;
using Reconciliation.Pipeline.Operations;

namespace Reconciliation.Host.Azure.Operations;

/// <summary>Asks the tables of the ledger for a row that is not there.</summary>
internal sealed class TablesProbe(TableServiceClient tables) : IReadinessProbe
{
    public string Name => "tables";

    public async Task ProbeAsync(CancellationToken cancellation)
    {
        var rows = tables.GetTableClient("accounts").QueryAsync<TableEntity>("PartitionKey eq 'probe'", 1, cancellationToken: cancellation);
        await foreach (var _ in rows.AsPages())
            return;
    }
}

/// <summary>Asks for the inbox.</summary>
internal sealed class BlobsProbe(BlobServiceClient blobs) : IReadinessProbe
{
    public string Name => "blobs";

    public async Task ProbeAsync(CancellationToken cancellation)
    {
        if (!await blobs.GetBlobContainerClient("inbox").ExistsAsync(cancellation))
            throw new InvalidOperationException("There is no container for the inbox.");
    }
}

/// <summary>Reads the settings of the ledger as the app does.</summary>
internal sealed class SettingsProbe(BlobServiceClient blobs) : IReadinessProbe
{
    public string Name => "settings";

    public async Task ProbeAsync(CancellationToken cancellation)
    {
        var settings = blobs.GetBlobContainerClient("settings");
        var creditor = await settings.GetBlobClient(LedgerSettings.CreditorFile).DownloadContentAsync(cancellation);
        var policy = settings.GetBlobClient(LedgerSettings.PolicyFile);
        LedgerSettings.Read(
            creditor.Value.Content.ToString(),
            await policy.ExistsAsync(cancellation) ? (await policy.DownloadContentAsync(cancellation)).Value.Content.ToString() : null);
    }
}
