using System.Collections.Immutable;
using System.CommandLine;
using Reconciliation.Domain.Statements;
using Reconciliation.Domain.Statements.Csv;
using Reconciliation.Host.Local.Output;
using Reconciliation.Pipeline.Ingest;

namespace Reconciliation.Host.Local.Commands;

/// <summary><c>reconcile check FILE...</c></summary>
internal static class CheckCommand
{
    public static Command Create()
    {
        var files = CommonOptions.Files("Statement files of any known format.", ArgumentArity.OneOrMore);
        var json = CommonOptions.Json();
        var profile = new Option<FileInfo?>("--profile") { Description = "Profiles of CSV exports as JSON, tried before all other formats." };
        var suggest = new Option<bool>("--suggest-profile") { Description = "Propose a profile for each file, which must be CSV, and read the file back with it." };
        var command = new Command("check", "Reads statement files and says what is in them and what is wrong.") { files, json, profile, suggest };
        command.SetAction(parsed => parsed.GetValue(suggest)
            ? Each(parsed.GetRequiredValue(files), file => ProfileSuggestion.Run(file, parsed.GetValue(json)))
            : Run(parsed.GetRequiredValue(files), parsed.GetValue(json), Readers(parsed.GetValue(profile))));
        return command;
    }

    private static int Run(FileInfo[] files, bool json, ImmutableArray<StatementReader> readers) => Each(files, file =>
    {
        using var bytes = file.OpenRead();
        var found = CheckStatement.Of(file.ToString(), bytes, readers);
        if (json)
            JsonLines.Write(found);
        else
            CheckReport.Write(found);
        return found.Accepted;
    });

    private static int Each(FileInfo[] files, Func<FileInfo, bool> check)
    {
        var status = ExitStatus.Done;
        foreach (var file in files)
        {
            if (!file.Exists)
                Console.Error.WriteLine($"reconcile: there is no file {file}.");
            if (!file.Exists || !check(file))
                status = ExitStatus.Refused;
        }

        return status;
    }

    private static ImmutableArray<StatementReader> Readers(FileInfo? profile)
    {
        if (profile is null)
            return StatementReaders.All;
        using var text = new StreamReader(InputFiles.Open(profile));
        var parsing = CsvProfiles.Parse(text.ReadToEnd());
        return parsing.Errors.IsEmpty
            ? [.. parsing.Profiles.Select(own => new CsvStatementReader(own)), .. StatementReaders.All]
            : throw new CommandException($"{profile} cannot be used: {string.Join("; ", parsing.Errors)}");
    }
}
