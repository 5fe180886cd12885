using System.CommandLine;
using System.Globalization;

namespace Reconciliation.Host.Local.Commands;

/// <summary>Options that several commands have.</summary>
internal static class CommonOptions
{
    public static Option<bool> Json() => new("--json") { Description = "Print JSON Lines on standard output, and nothing else there." };

    /// <summary>A day; anything else is a wrong word.</summary>
    public static Option<DateOnly?> Day(string name, string description, bool required = false) => new(name)
    {
        Description = description,
        Required = required,
        CustomParser = result =>
        {
            if (ReadDay(result.Tokens[0].Value) is { } day)
                return day;
            result.AddError($"'{result.Tokens[0].Value}' is not a day such as 2026-01-31.");
            return null;
        },
    };

    /// <summary>Reads <c>2026-01-31</c>; null for anything else.</summary>
    public static DateOnly? ReadDay(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

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
