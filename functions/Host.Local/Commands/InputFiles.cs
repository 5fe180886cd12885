namespace Reconciliation.Host.Local.Commands;

/// <summary>Files named on the command line.</summary>
internal static class InputFiles
{
    /// <summary>Opens a file for reading.</summary>
    /// <exception cref="CommandException">There is no such file, or it cannot be read.</exception>
    public static FileStream Open(FileInfo file)
    {
        try
        {
            return file.OpenRead();
        }
        catch (Exception obstacle) when (obstacle is IOException or UnauthorizedAccessException)
        {
            throw new CommandException($"{file} cannot be read ({obstacle.Message})");
        }
    }
}
