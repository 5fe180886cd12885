using Azure.Storage.Blobs;
using Reconciliation.Pipeline.Operations;
using Reconciliation.Storage.Azure;

namespace Reconciliation.Host.Azure.Operations;

/// <summary>Asks for the inbox.</summary>
internal sealed class BlobsProbe(BlobServiceClient blobs) : IReadinessProbe
{
    public string Name => "blobs";

    public async Task ProbeAsync(CancellationToken cancellation)
    {
        if (!await blobs.GetBlobContainerClient(StorageNames.Inbox).ExistsAsync(cancellation))
            throw new InvalidOperationException("There is no container for the inbox.");
    }
}
