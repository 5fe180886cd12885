using System.CommandLine;

namespace Reconciliation.Host.Local.Commands;

/// <summary>Options that several commands have.</summary>
internal static class CommonOptions
{
    public static Option<bool> Json() => new("--json") { Description = "Print JSON Lines on standard output, and nothing else there." };

    public static Option<DirectoryInfo> Data(string? byDefault = null)
    {
        var option = new Option<DirectoryInfo>("--data") { Description = "The folder that holds the ledger, the inbox and the outbox." };
        if (byDefault is null)
            option.Required = true;
        else
            option.DefaultValueFactory = _ => new DirectoryInfo(byDefault);
        return option;
    }
}
