using System.Security.Cryptography;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;

namespace Reconciliation.Storage.Azure.Blobs;

/// <summary>Blobs that change their place: copied within the account, then deleted unless they have changed meanwhile.</summary>
internal static class BlobMoves
{
    private const string Drop = "drop";

    /// <summary>The ETag of a blob whose content has a hash; null where it has another, or is not there.</summary>
    public static async Task<ETag?> FindAsync(BlobClient blob, string sha256, CancellationToken cancellation)
    {
        try
        {
            using BlobDownloadStreamingResult read = await blob.DownloadStreamingAsync(cancellationToken: cancellation);
            var found = Convert.ToHexStringLower(await SHA256.HashDataAsync(read.Content, cancellation));
            return found == sha256 ? read.Details.ETag : null;
        }
        catch (RequestFailedException refused) when (refused.Status == 404)
        {
            return null;
        }
    }

    /// <summary>
    /// Writes a blob where none is; false where one is, unless it was written by the drop of this name: the client repeats a
    /// request whose answer was lost.
    /// </summary>
    public static async Task<bool> TryCreateAsync(BlobClient blob, Stream content, string drop, CancellationToken cancellation)
    {
        var options = new BlobUploadOptions
        {
            Conditions = new BlobRequestConditions { IfNoneMatch = ETag.All },
            Metadata = new Dictionary<string, string> { [Drop] = drop },
        };
        try
        {
            await blob.UploadAsync(content, options, cancellation);
            return true;
        }
        catch (RequestFailedException refused) when (refused.Status is 409 or 412)
        {
            BlobProperties there = await blob.GetPropertiesAsync(cancellationToken: cancellation);
            return there.Metadata.TryGetValue(Drop, out var by) && by == drop;
        }
    }

    /// <summary>Copies a blob as of an ETag; false where it has changed, or where the target exists and must not.</summary>
    public static async Task<bool> TryCopyAsync(
        BlobClient source, ETag sourceTag, BlobClient target, bool overwrite, CancellationToken cancellation)
    {
        var options = new BlobCopyFromUriOptions
        {
            SourceConditions = new BlobRequestConditions { IfMatch = sourceTag },
            DestinationConditions = overwrite ? null : new BlobRequestConditions { IfNoneMatch = ETag.All },
        };
        try
        {
            var copying = await target.StartCopyFromUriAsync(source.Uri, options, cancellation);
            await copying.WaitForCompletionAsync(cancellation);
            return true;
        }
        catch (RequestFailedException refused) when (refused.Status is 404 or 409 or 412)
        {
            return false;
        }
    }

    /// <summary>Deletes a blob as of an ETag; what took its name since stays.</summary>
    public static async Task DeleteAsync(BlobClient blob, ETag tag, CancellationToken cancellation)
    {
        try
        {
            await blob.DeleteIfExistsAsync(conditions: new BlobRequestConditions { IfMatch = tag }, cancellationToken: cancellation);
        }
        catch (RequestFailedException refused) when (refused.Status == 412)
        {
            // Another file was dropped under the name: it waits for its own turn.
        }
    }
}
