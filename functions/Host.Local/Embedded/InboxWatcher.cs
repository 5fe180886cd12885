using Reconciliation.Pipeline.Messages;
using Reconciliation.Pipeline.Ports;

namespace Reconciliation.Host.Local.Embedded;

/// <summary>
/// Watches the inbox folder. A file is taken only when it is wholly written: its length and time have not changed
/// between two looks, and nobody holds it open for writing. It looks, rather than being told, because notifications of
/// network shares get lost.
/// </summary>
internal sealed partial class InboxWatcher(DataFolder data, IMessages messages, ILogger<InboxWatcher> log) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);
    private static readonly string[] Unfinished = [".tmp", ".part", ".partial", ".crdownload", ".filepart"];

    private readonly Dictionary<string, (long Length, DateTime Written)> _seen = [];
    private readonly HashSet<string> _announced = [];

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            await LookAsync(stoppingToken);
            await Task.Delay(Interval, stoppingToken);
        }
    }

    /// <summary>Looks once: announces what has not changed since the last look.</summary>
    internal async Task LookAsync(CancellationToken cancellation)
    {
        var waiting = new DirectoryInfo(data.Inbox).EnumerateFiles().Where(IsFinishedName).OrderBy(f => f.LastWriteTimeUtc).ThenBy(f => f.Name, StringComparer.Ordinal).ToList();
        _announced.IntersectWith(waiting.Select(f => f.Name));
        foreach (var file in waiting)
        {
            var state = (file.Length, file.LastWriteTimeUtc);
            var isStill = _seen.TryGetValue(file.Name, out var before) && before == state;
            _seen[file.Name] = state;
            if (!isStill || _announced.Contains(file.Name) || IsHeld(file))
                continue;
            await messages.SendAsync(new StatementArrived(file.Name), cancellation);
            _announced.Add(file.Name);
            FileArrived(file.Name, file.Length);
        }
    }

    private static bool IsFinishedName(FileInfo file) =>
        !file.Name.StartsWith('.') && !file.Name.EndsWith('~') && !Unfinished.Contains(file.Extension, StringComparer.OrdinalIgnoreCase);

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
}
