using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using Reconciliation.Pipeline.Ports;

namespace Reconciliation.Storage.Sqlite.Folders;

/// <summary>
/// Files in folders: <c>inbox/NAME</c>, <c>archive/ab/SHA256_NAME</c>, <c>quarantine/SHA256/NAME</c> with
/// <c>report.json</c> beside it.
/// <para>A file changes its place by renaming it, so it always stands in exactly one. A name alone does not say which
/// file is meant, because a bank may drop another under the same name meanwhile: what is moved is checked against its
/// hash first. Hidden files and those with the endings that transfer programs use meanwhile (<c>.tmp</c>,
/// <c>.part</c>, ...) are still being written.</para>
/// </summary>
public sealed class FolderFileStore : IFileStore
{
    private const string Report = "report.json";

    private static readonly string[] Unfinished = [".tmp", ".part", ".partial", ".filepart", ".crdownload"];

    private readonly string _archive;
    private readonly string _quarantine;

    /// <summary>The folders below <paramref name="dataFolder"/>; the inbox is made where it is missing.</summary>
    public FolderFileStore(string dataFolder)
    {
        Inbox = Directory.CreateDirectory(Path.Combine(dataFolder, "inbox")).FullName;
        _archive = Path.Combine(dataFolder, "archive");
        _quarantine = Path.Combine(dataFolder, "quarantine");
    }

    /// <summary>Where files are dropped.</summary>
    public string Inbox { get; }

    /// <inheritdoc/>
    public async IAsyncEnumerable<string> WaitingAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        await Task.CompletedTask;
        var waiting = new DirectoryInfo(Inbox).EnumerateFiles()
            .Where(file => CanWait(file.Name))
            .OrderBy(file => file.LastWriteTimeUtc).ThenBy(file => file.Name, StringComparer.Ordinal)
            .Select(file => file.Name).ToList();
        foreach (var name in waiting)
        {
            cancellation.ThrowIfCancellationRequested();
            yield return name;
        }
    }

    /// <inheritdoc/>
    public async Task<string> DropAsync(string name, Stream content, CancellationToken cancellation)
    {
        var plain = FileNames.Plain(name);
        if (!CanWait(plain))
            plain += ".txt";
        var beside = Path.Combine(Inbox, $".{Guid.NewGuid():N}.tmp");
        await using (var stream = new FileStream(beside, FileMode.CreateNew, FileAccess.Write, FileShare.None))
        {
            await content.CopyToAsync(stream, cancellation);
            stream.Flush(flushToDisk: true);
        }

        for (var copy = 1; ; copy++)
        {
            var waiting = copy == 1 ? plain : $"{Path.GetFileNameWithoutExtension(plain)} ({copy}){Path.GetExtension(plain)}";
            try
            {
                File.Move(beside, Path.Combine(Inbox, waiting));
                return waiting;
            }
            catch (IOException) when (File.Exists(Path.Combine(Inbox, waiting)))
            {
                // Another file waits under that name: the next number is tried.
            }
        }
    }

    /// <inheritdoc/>
    public Task<Stream?> OpenAsync(string name, CancellationToken cancellation)
    {
        var path = Path.Combine(Inbox, name);
        if (!FileNames.IsPlain(name) || !File.Exists(path))
            return Task.FromResult<Stream?>(null);
        try
        {
            return Task.FromResult<Stream?>(new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, 65536, FileOptions.SequentialScan));
        }
        catch (FileNotFoundException)
        {
            return Task.FromResult<Stream?>(null);
        }
    }

    /// <inheritdoc/>
    public Task ArchiveAsync(string name, string sha256, CancellationToken cancellation)
    {
        var hash = FileNames.Hash(sha256);
        return MoveAsync(name, hash, Path.Combine(_archive, hash[..2], $"{hash}_{FileNames.Plain(name)}"), cancellation);
    }

    /// <inheritdoc/>
    public async Task QuarantineAsync(string name, string sha256, string reportJson, CancellationToken cancellation)
    {
        var folder = Path.Combine(_quarantine, FileNames.Hash(sha256));
        // The report first: a file in quarantine is never without one.
        await WholeFile.WriteAsync(Path.Combine(folder, Report), reportJson, cancellation);
        await MoveAsync(name, sha256, Path.Combine(folder, InQuarantine(name)), cancellation);
    }

    /// <inheritdoc/>
    public async Task<bool> ReturnAsync(string sha256, string name, CancellationToken cancellation)
    {
        var folder = Path.Combine(_quarantine, FileNames.Hash(sha256));
        if (!CanWait(name))
            throw new ArgumentException($"A file named '{name}' would not be taken up.", nameof(name));
        var target = Path.Combine(Inbox, name);
        var held = Held(folder, name);
        if (held is null)
            return await HasContentAsync(target, sha256, cancellation);
        if (File.Exists(target))
            throw new IOException($"Another file named {name} waits in the inbox; it is to be taken up first.");
        File.Move(held, target);
        if (Held(folder, name) is null)
            Directory.Delete(folder, recursive: true);
        return true;
    }

    private static bool CanWait(string name) =>
        FileNames.IsPlain(name) && !Unfinished.Contains(Path.GetExtension(name), StringComparer.OrdinalIgnoreCase);

    private async Task MoveAsync(string name, string sha256, string target, CancellationToken cancellation)
    {
        var source = Path.Combine(Inbox, name);
        if (!FileNames.IsPlain(name) || !File.Exists(source))
        {
            if (!File.Exists(target))
                throw new FileNotFoundException($"{name} is neither in the inbox nor where it was to go.", name);
            return;
        }

        if (!await HasContentAsync(source, sha256, cancellation))
        {
            if (!File.Exists(target))
                throw new IOException($"{name} in the inbox is no longer the file that was read; it stays there, to be read anew.");
            return;
        }

        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        File.Move(source, target, overwrite: true);
    }

    /// <summary>The file held under a hash: the one of that name, else the first.</summary>
    private static string? Held(string folder, string name)
    {
        if (!Directory.Exists(folder))
            return null;
        var held = Directory.EnumerateFiles(folder).Where(path => Path.GetFileName(path) is var file && file != Report && !file.StartsWith('.'))
            .Order(StringComparer.Ordinal).ToList();
        return held.Find(path => Path.GetFileName(path) == InQuarantine(name)) ?? held.FirstOrDefault();
    }

    private static string InQuarantine(string name) =>
        string.Equals(name, Report, StringComparison.OrdinalIgnoreCase) ? $"dropped_{name}" : FileNames.Plain(name);

    private static async Task<bool> HasContentAsync(string path, string sha256, CancellationToken cancellation)
    {
        if (!File.Exists(path))
            return false;
        await using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, 65536, FileOptions.SequentialScan);
        return Convert.ToHexStringLower(await SHA256.HashDataAsync(stream, cancellation)) == sha256;
    }
}
