using Reconciliation.Host.Local.Commands;

namespace Reconciliation.Host.Local.Embedded;

/// <summary>The folder that holds everything of an embedded host; one process at a time works in it.</summary>
internal sealed class DataFolder : IDisposable
{
    private readonly FileStream _lock;

    private DataFolder(string path, FileStream exclusive)
    {
        Path = path;
        _lock = exclusive;
    }

    public string Path { get; }

    /// <summary>Where banks drop statement files.</summary>
    public string Inbox => System.IO.Path.Combine(Path, "inbox");

    /// <summary>Opens a folder, making it where it is missing.</summary>
    /// <exception cref="CommandException">The folder cannot be written to, or another process works in it.</exception>
    public static DataFolder Open(DirectoryInfo folder)
    {
        try
        {
            folder.Create();
            Directory.CreateDirectory(System.IO.Path.Combine(folder.FullName, "inbox"));
        }
        catch (Exception obstacle) when (obstacle is IOException or UnauthorizedAccessException)
        {
            throw new CommandException($"the data folder {folder.FullName} cannot be written to ({obstacle.Message})");
        }

        var name = System.IO.Path.Combine(folder.FullName, ".lock");
        try
        {
            return new DataFolder(folder.FullName, new FileStream(name, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (IOException)
        {
            throw new CommandException($"another process works in the data folder {folder.FullName}; stop it or choose another folder with --data");
        }
        catch (UnauthorizedAccessException)
        {
            throw new CommandException($"the data folder {folder.FullName} cannot be written to");
        }
    }

    public void Dispose() => _lock.Dispose();
}
