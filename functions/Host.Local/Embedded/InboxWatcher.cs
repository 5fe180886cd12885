using Reconciliation.Pipeline.Messages;
using Reconciliation.Pipeline.Ports;
using Reconciliation.Storage.Sqlite.Folders;

namespace Reconciliation.Host.Local.Embedded;

/// <summary>
/// Watches the inbox folder. A file is taken only when it is wholly written: its length and time have not changed
/// between two looks, and nobody holds it open for writing. It looks, rather than being told, because notifications of
/// network shares get lost.
/// </summary>
internal sealed partial class InboxWatcher(FolderFileStore files, IMessages messages, ILogger<InboxWatcher> log) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    private Dictionary<string, Sight> _seen = [];

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            await LookAsync(stoppingToken);
            await Task.Delay(Interval, stoppingToken);
        }
    }

    // Announces what has not changed since the last look; what is gone meanwhile is forgotten.
    private async Task LookAsync(CancellationToken cancellation)
    {
        var seen = new Dictionary<string, Sight>();
        await foreach (var name in files.WaitingAsync(cancellation))
        {
            var file = new FileInfo(Path.Combine(files.Inbox, name));
            if (!file.Exists)
                continue;
            var now = new Sight(file.Length, file.LastWriteTimeUtc, IsAnnounced: false);
            if (!_seen.TryGetValue(name, out var before) || before with { IsAnnounced = false } != now)
                seen[name] = now;
            else
                seen[name] = before.IsAnnounced || IsHeld(file) ? before : await AnnounceAsync(name, before, cancellation);
        }

        _seen = seen;
    }

    private async Task<Sight> AnnounceAsync(string name, Sight sight, CancellationToken cancellation)
    {
        await messages.SendAsync(new StatementArrived(name), cancellation);
        FileArrived(name, sight.Length);
        return sight with { IsAnnounced = true };
    }

    private static bool IsHeld(FileInfo file)
    {
        try
        {
            using var exclusive = file.Open(FileMode.Open, FileAccess.Read, FileShare.None);
            return false;
        }
        catch (IOException)
        {
            return true;
        }
    }

    [LoggerMessage(1002, LogLevel.Information, "Statement file {Name} of {Length} bytes arrived.")]
    private partial void FileArrived(string name, long length);

    private readonly record struct Sight(long Length, DateTime Written, bool IsAnnounced);
}
