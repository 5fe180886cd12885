using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Reconciliation.Storage.Azure;

namespace Reconciliation.Host.Azure.Receivables;

/// <summary>Files <c>NAME</c> in the container <c>receivables</c>, reports <c>receivables/NAME.report.json</c> in <c>quarantine</c>.</summary>
public sealed class BlobReceivablesFiles(BlobServiceClient blobs) : IReceivablesFiles
{
    /// <inheritdoc/>
    public async Task<Stream?> OpenAsync(string name, CancellationToken cancellation)
    {
        try
        {
            var file = blobs.GetBlobContainerClient(StorageNames.Receivables).GetBlobClient(name);
            return await file.OpenReadAsync(new BlobOpenReadOptions(allowModifications: false), cancellation);
        }
        catch (RequestFailedException refused) when (refused.Status == 404)
        {
            return null;
        }
    }

    /// <inheritdoc/>
    public async Task PutReportAsync(string name, string json, CancellationToken cancellation) =>
        await Report(name).UploadAsync(BinaryData.FromString(json), overwrite: true, cancellation);

    /// <inheritdoc/>
    public async Task RemoveReportAsync(string name, CancellationToken cancellation) =>
        await Report(name).DeleteIfExistsAsync(cancellationToken: cancellation);

    private BlobClient Report(string name) => blobs.GetBlobContainerClient(StorageNames.Quarantine).GetBlobClient($"receivables/{name}.report.json");
}
