using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Reconciliation.Pipeline.Ports;
using Reconciliation.Pipeline.Serialization;

namespace Reconciliation.Storage.Azure.Blobs;

/// <summary>Figures as blobs <c>yyyy-MM-dd.json</c> in the container <c>figures</c>.</summary>
public sealed class BlobFigures : IFigures
{
    private const string Ending = ".json";

    private readonly BlobContainerClient _figures;

    internal BlobFigures(BlobContainerClient figures) => _figures = figures;

    /// <inheritdoc/>
    public async Task PutAsync(DateOnly day, string json, CancellationToken cancellation)
    {
        var options = new BlobUploadOptions { HttpHeaders = new BlobHttpHeaders { ContentType = "application/json" } };
        await _figures.GetBlobClient(StoredText.Of(day) + Ending).UploadAsync(BinaryData.FromString(json), options, cancellation);
    }

    /// <inheritdoc/>
    public async Task<KeptFigures?> LatestAsync(CancellationToken cancellation)
    {
        // A blob a day: the list of ten years fits in one page.
        var days = new List<DateOnly>();
        await foreach (var blob in _figures.GetBlobsAsync(cancellationToken: cancellation))
        {
            if (blob.Name.EndsWith(Ending, StringComparison.Ordinal) && DateOnly.TryParseExact(blob.Name[..^Ending.Length], "yyyy-MM-dd", out var day))
                days.Add(day);
        }

        return days.Count == 0 ? null : await ReadAsync(days.Max(), cancellation);
    }

    private async Task<KeptFigures> ReadAsync(DateOnly day, CancellationToken cancellation)
    {
        Response<BlobDownloadResult> read = await _figures.GetBlobClient(StoredText.Of(day) + Ending).DownloadContentAsync(cancellation);
        return new KeptFigures(day, read.Value.Content.ToString());
    }
}
