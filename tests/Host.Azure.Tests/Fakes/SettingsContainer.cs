using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;

namespace Reconciliation.Host.Azure.Tests.Fakes;

/// <summary>A container with the given files.</summary>
internal sealed class SettingsContainer(Dictionary<string, string> files) : BlobContainerClient
{
    public override BlobClient GetBlobClient(string blobName) => new SettingsBlob(files.GetValueOrDefault(blobName));

    private sealed class SettingsBlob(string? text) : BlobClient
    {
        public override Task<Response<BlobDownloadResult>> DownloadContentAsync(CancellationToken cancellationToken) => text is null
            ? throw new RequestFailedException(404, "The specified blob does not exist.")
            : Task.FromResult(Response.FromValue(BlobsModelFactory.BlobDownloadResult(content: BinaryData.FromString(text)), null!));
    }
}
