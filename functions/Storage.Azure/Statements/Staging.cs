using System.Collections.Immutable;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Reconciliation.Pipeline.Ports;
using Reconciliation.Pipeline.Serialization;
using Reconciliation.Storage.Azure.Blobs;

namespace Reconciliation.Storage.Azure.Statements;

/// <summary>
/// Entries on their way in, as blobs <c>SHA256/ATTEMPT/NUMBER</c>, one for each call that stages. Blobs of an attempt whose
/// acceptance has begun are dropped only after it has ended.
/// </summary>
internal sealed class Staging(BlobContainerClient container, FileTable files)
{
    /// <summary>Starts anew; what the attempt before has staged goes.</summary>
    public async Task BeginAsync(string sha256, CancellationToken cancellation)
    {
        while (true)
        {
            var known = await files.ReadAsync(sha256, cancellation);
            if (!await files.TryStageAnewAsync(sha256, known.Staging, NewAttempt(), cancellation))
                continue;
            if (!string.IsNullOrEmpty(known.Attempt) && !IsBeingAccepted(known.Content, Folder(sha256, known.Attempt)))
                await DeleteAsync(Folder(sha256, known.Attempt), cancellation);
            return;
        }
    }

    public async Task StageAsync(string sha256, IReadOnlyList<StagedEntry> entries, CancellationToken cancellation)
    {
        if (entries.Count == 0)
            return;
        var attempt = (await files.FindStagingAsync(sha256, cancellation))?.GetString("Attempt");
        while (string.IsNullOrEmpty(attempt))
        {
            await BeginAsync(sha256, cancellation);
            attempt = (await files.FindStagingAsync(sha256, cancellation))?.GetString("Attempt");
        }

        var blob = container.GetBlobClient($"{Folder(sha256, attempt)}{Guid.CreateVersion7():N}");
        await blob.UploadAsync(BinaryData.FromString(StoredJson.Write(entries.ToImmutableArray())), overwrite: true, cancellation);
    }

    /// <summary>The blobs of an attempt, in an order that stays.</summary>
    public async Task<ImmutableArray<string>> ListAsync(string sha256, string? attempt, CancellationToken cancellation) =>
        string.IsNullOrEmpty(attempt) ? [] : [.. await NamesAsync(Folder(sha256, attempt), cancellation)];

    /// <summary>What a call has staged; throws what the service answers where the blob is gone.</summary>
    public async Task<ImmutableArray<StagedEntry>> ReadAsync(string blob, CancellationToken cancellation)
    {
        BlobDownloadResult read = await container.GetBlobClient(blob).DownloadContentAsync(cancellation);
        return StoredJson.Read<ImmutableArray<StagedEntry>>(read.Content.ToString());
    }

    /// <summary>Forgets what is staged of a content, unless its acceptance has begun.</summary>
    public async Task DropAsync(string sha256, CancellationToken cancellation)
    {
        if (await files.FindStagingAsync(sha256, cancellation) is not null)
            await BeginAsync(sha256, cancellation);
    }

    /// <summary>Drops all that was ever staged of a content whose acceptance has ended.</summary>
    public Task DropAcceptedAsync(string sha256, CancellationToken cancellation) => DeleteAsync($"{BlobNames.Hash(sha256)}/", cancellation);

    private static bool IsBeingAccepted(FileContent? content, string folder) =>
        content is { IsAccepted: false } && content.Blobs.Any(blob => blob.StartsWith(folder, StringComparison.Ordinal));

    private static string NewAttempt() => Guid.NewGuid().ToString("N");

    private static string Folder(string sha256, string attempt) => $"{BlobNames.Hash(sha256)}/{attempt}/";

    private async Task<List<string>> NamesAsync(string folder, CancellationToken cancellation)
    {
        var names = new List<string>();
        await foreach (var blob in container.GetBlobsAsync(BlobTraits.None, BlobStates.None, folder, cancellation))
            names.Add(blob.Name);
        return names;
    }

    private async Task DeleteAsync(string folder, CancellationToken cancellation)
    {
        foreach (var name in await NamesAsync(folder, cancellation))
            await container.DeleteBlobIfExistsAsync(name, cancellationToken: cancellation);
    }
}
