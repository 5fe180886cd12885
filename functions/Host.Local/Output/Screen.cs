using System.Text;
using Spectre.Console;

namespace Reconciliation.Host.Local.Output;

/// <summary>Where tables are written.</summary>
internal static class Screen
{
    private const int WidthOfFiles = 160;

    /// <summary>Text in UTF-8; a file or a pipe gets wide lines and no colours.</summary>
    public static void Prepare()
    {
        Console.OutputEncoding = Encoding.UTF8;
        if (!Console.IsOutputRedirected)
            return;
        AnsiConsole.Profile.Width = WidthOfFiles;
        AnsiConsole.Profile.Capabilities.Ansi = false;
        AnsiConsole.Profile.Capabilities.ColorSystem = ColorSystem.NoColors;
    }
}
