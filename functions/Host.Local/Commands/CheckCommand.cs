using System.CommandLine;
using Reconciliation.Domain.Statements;
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
        var command = new Command("check", "Reads statement files and says what is in them and what is wrong.") { files, json };
        command.SetAction(parsed => Run(parsed.GetRequiredValue(files), parsed.GetValue(json)));
        return command;
    }

    private static int Run(FileInfo[] files, bool json)
    {
        var status = ExitStatus.Done;
        foreach (var file in files)
        {
            if (!file.Exists)
            {
                Console.Error.WriteLine($"reconcile: there is no file {file}.");
                status = ExitStatus.Refused;
                continue;
            }

            using var bytes = file.OpenRead();
            var found = CheckStatement.Of(file.ToString(), bytes, StatementReaders.All);
            if (json)
                JsonLines.Write(found);
            else
                CheckReport.Write(found);
            if (!found.Accepted)
                status = ExitStatus.Refused;
        }

        return status;
    }
}
