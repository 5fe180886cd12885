using System.Runtime.CompilerServices;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Reconciliation.Pipeline.Ports;

namespace Reconciliation.Storage.Azure.Blobs;

/// <summary>
/// Files in three containers: inbox <c>NAME</c>, archive <c>ab/SHA256_NAME</c>, quarantine <c>SHA256/NAME</c> with
/// <c>SHA256/report.json</c> beside it.
/// <para>A blob is there once it is wholly written. It changes its place by a copy, then a deletion that names the ETag
/// whose content was checked against the hash: a fall in between leaves it in both, and the repeated step deletes it.</para>
/// </summary>
public sealed class BlobFileStore : IFileStore
{
    private const string Report = "report.json";

    private readonly BlobContainerClient _inbox;
    private readonly BlobContainerClient _archive;
    private readonly BlobContainerClient _quarantine;

    internal BlobFileStore(BlobContainerClient inbox, BlobContainerClient archive, BlobContainerClient quarantine)
    {
        _inbox = inbox;
        _archive = archive;
        _quarantine = quarantine;
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<string> WaitingAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        var waiting = new List<BlobItem>();
        await foreach (var blob in _inbox.GetBlobsAsync(cancellationToken: cancellation))
        {
            if (BlobNames.CanWait(blob.Name))
                waiting.Add(blob);
        }

        foreach (var blob in waiting.OrderBy(blob => blob.Properties.LastModified).ThenBy(blob => blob.Name, StringComparer.Ordinal))
            yield return blob.Name;
    }

    /// <inheritdoc/>
    public async Task<string> DropAsync(string name, Stream content, CancellationToken cancellation)
    {
        var plain = BlobNames.Plain(name);
        if (!BlobNames.CanWait(plain))
            plain += ".txt";
        // Kept aside where it can be read only once: a name that is taken costs another try.
        await using var again = content.CanSeek ? null : await AsideAsync(content, cancellation);
        var bytes = again ?? content;
        var start = bytes.Position;
        var drop = Guid.NewGuid().ToString("N");
        for (var copy = 1; ; copy++)
        {
            var waiting = copy == 1 ? plain : $"{Path.GetFileNameWithoutExtension(plain)} ({copy}){Path.GetExtension(plain)}";
            bytes.Position = start;
            if (await BlobMoves.TryCreateAsync(_inbox.GetBlobClient(waiting), bytes, drop, cancellation))
                return waiting;
        }
    }

    /// <inheritdoc/>
    public async Task<Stream?> OpenAsync(string name, CancellationToken cancellation)
    {
        if (!BlobNames.CanWait(name))
            return null;
        try
        {
            return await _inbox.GetBlobClient(name).OpenReadAsync(new BlobOpenReadOptions(allowModifications: false), cancellation);
        }
        catch (RequestFailedException refused) when (refused.Status == 404)
        {
            return null;
        }
    }

    /// <inheritdoc/>
    public Task ArchiveAsync(string name, string sha256, CancellationToken cancellation)
    {
        var hash = BlobNames.Hash(sha256);
        return MoveAsync(name, hash, _archive.GetBlobClient($"{hash[..2]}/{hash}_{BlobNames.Plain(name)}"), cancellation);
    }

    /// <inheritdoc/>
    public async Task QuarantineAsync(string name, string sha256, string reportJson, CancellationToken cancellation)
    {
        var hash = BlobNames.Hash(sha256);
        // The report first: a file in quarantine is never without one.
        await _quarantine.GetBlobClient($"{hash}/{Report}").UploadAsync(BinaryData.FromString(reportJson), overwrite: true, cancellation);
        await MoveAsync(name, hash, _quarantine.GetBlobClient($"{hash}/{InQuarantine(name)}"), cancellation);
    }

    /// <inheritdoc/>
    public async Task<bool> ReturnAsync(string sha256, string name, CancellationToken cancellation)
    {
        var hash = BlobNames.Hash(sha256);
        if (!BlobNames.CanWait(name))
            throw new ArgumentException($"A file named '{name}' would not be taken up.", nameof(name));
        var target = _inbox.GetBlobClient(name);
        var held = await HeldAsync(hash, cancellation);
        var chosen = held.Find(blob => blob == $"{hash}/{InQuarantine(name)}") ?? held.FirstOrDefault();
        if (chosen is null)
            return await BlobMoves.FindAsync(target, hash, cancellation) is not null;
        var source = _quarantine.GetBlobClient(chosen);
        if (await BlobMoves.FindAsync(source, hash, cancellation) is not { } tag)
            throw new IOException($"{chosen} in quarantine is no longer what its hash says.");
        if (!await BlobMoves.TryCopyAsync(source, tag, target, overwrite: false, cancellation)
            && await BlobMoves.FindAsync(target, hash, cancellation) is null)
            throw new IOException($"Another file named {name} waits in the inbox; it is to be taken up first.");
        await BlobMoves.DeleteAsync(source, tag, cancellation);
        if (held.Count == 1)
            await _quarantine.GetBlobClient($"{hash}/{Report}").DeleteIfExistsAsync(cancellationToken: cancellation);
        return true;
    }

    private static async Task<FileStream> AsideAsync(Stream content, CancellationToken cancellation)
    {
        var aside = new FileStream(
            Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 81920,
            FileOptions.DeleteOnClose | FileOptions.Asynchronous);
        await content.CopyToAsync(aside, cancellation);
        aside.Position = 0;
        return aside;
    }

    private static string InQuarantine(string name) =>
        string.Equals(name, Report, StringComparison.OrdinalIgnoreCase) ? $"dropped_{name}" : BlobNames.Plain(name);

    private async Task MoveAsync(string name, string sha256, BlobClient target, CancellationToken cancellation)
    {
        var source = _inbox.GetBlobClient(name.Length == 0 ? "." : name);
        if (!BlobNames.CanWait(name) || await BlobMoves.FindAsync(source, sha256, cancellation) is not { } tag)
        {
            if (!await target.ExistsAsync(cancellation))
                throw new IOException($"The inbox holds no file named {name} with the content that was read, nor does the place it was to go to.");
            return;
        }

        if (!await BlobMoves.TryCopyAsync(source, tag, target, overwrite: true, cancellation))
            throw new IOException($"{name} changed while it was moved; it stays in the inbox, to be read anew.");
        await BlobMoves.DeleteAsync(source, tag, cancellation);
    }

    /// <summary>The files held under a hash, without the report, by name.</summary>
    private async Task<List<string>> HeldAsync(string hash, CancellationToken cancellation)
    {
        var held = new List<string>();
        await foreach (var blob in _quarantine.GetBlobsAsync(BlobTraits.None, BlobStates.None, $"{hash}/", cancellation))
        {
            if (blob.Name != $"{hash}/{Report}")
                held.Add(blob.Name);
        }

        return held;
    }
}
