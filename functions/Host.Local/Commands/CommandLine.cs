using System.CommandLine;

namespace Reconciliation.Host.Local.Commands;

/// <summary>The exit statuses that every command uses.</summary>
internal static class ExitStatus
{
    /// <summary>Done.</summary>
    public const int Done = 0;

    /// <summary>Some input was refused, or the command could not run.</summary>
    public const int Refused = 1;

    /// <summary>The command line itself is wrong.</summary>
    public const int WrongUsage = 2;
}

/// <summary>A reason why a command cannot run, in one sentence for the person at the keyboard.</summary>
internal sealed class CommandException(string message) : Exception(message);

/// <summary>Runs the command that the words name.</summary>
internal static class CommandLine
{
    /// <summary>Parses and runs; wrong words give usage and status 2, an obstacle one sentence and status 1.</summary>
    public static async Task<int> RunAsync(RootCommand root, string[] words)
    {
        var parsed = root.Parse(words);
        if (parsed.Errors.Count > 0)
        {
            await parsed.InvokeAsync(new InvocationConfiguration { Output = Console.Error, Error = Console.Error });
            return ExitStatus.WrongUsage;
        }

        try
        {
            return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
        }
        catch (Exception obstacle) when (obstacle is CommandException or IOException or UnauthorizedAccessException)
        {
            await Console.Error.WriteLineAsync($"reconcile: {obstacle.Message}");
            return ExitStatus.Refused;
        }
    }
}
