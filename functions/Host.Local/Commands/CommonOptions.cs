using System.CommandLine;

namespace Reconciliation.Host.Local.Commands;

/// <summary>Options that several commands have.</summary>
internal static class CommonOptions
{
    public static Option<bool> Json() => new("--json") { Description = "Print JSON Lines on standard output, and nothing else there." };

    /// <summary>Files to read. A word that begins like an option is a mistyped option, not a file.</summary>
    public static Argument<FileInfo[]> Files(string description, ArgumentArity arity)
    {
        var files = new Argument<FileInfo[]>("file") { Description = description, Arity = arity };
        files.Validators.Add(result =>
        {
            foreach (var word in result.Tokens.Where(t => t.Value.StartsWith("--", StringComparison.Ordinal)))
                result.AddError($"There is no option '{word.Value}'.");
        });
        return files;
    }

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
