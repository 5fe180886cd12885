using System.CommandLine;
using Reconciliation.Host.Local.Embedded;
using Reconciliation.Host.Local.Output;
using Reconciliation.Pipeline.Ingest;
using Reconciliation.Pipeline.Messages;
using Reconciliation.Pipeline.Ports;
using Spectre.Console;

namespace Reconciliation.Host.Local.Commands;

/// <summary><c>reconcile ingest --data DIR FILE...</c></summary>
internal static class IngestCommand
{
    public static Command Create()
    {
        var data = CommonOptions.Data();
        var files = CommonOptions.Files("Statement files of any known format.", ArgumentArity.OneOrMore);
        var json = CommonOptions.Json();
        var command = new Command("ingest", "Takes statement files into the ledger and matches their entries.") { data, files, json };
        command.SetAction((parsed, cancellation) =>
            RunAsync(parsed.GetRequiredValue(data), parsed.GetRequiredValue(files), parsed.GetValue(json), cancellation));
        return command;
    }

    private static async Task<int> RunAsync(DirectoryInfo folder, FileInfo[] files, bool json, CancellationToken cancellation)
    {
        using var data = DataFolder.Open(folder);
        await using var services = EmbeddedServices.Build(data);
        var inbox = services.GetRequiredService<IFileStore>();
        var import = services.GetRequiredService<ImportStatement>();
        var pump = services.GetRequiredService<MessagePump>();
        var status = ExitStatus.Done;
        foreach (var file in files)
        {
            await using var content = InputFiles.Open(file);
            var name = await inbox.DropAsync(file.Name, content, cancellation);
            var record = await import.HandleAsync(new StatementArrived(name), cancellation);
            if (record is null)
                continue;
            Report(file, record, json);
            if (record.Status == FileStatus.Quarantined)
                status = ExitStatus.Refused;
            await pump.DrainAsync(null, cancellation);
        }

        return status;
    }

    private static void Report(FileInfo file, FileRecord record, bool json)
    {
        if (json)
        {
            JsonLines.Write(new
            {
                file = file.ToString(), record.Sha256, status = record.Status.ToString().ToLowerInvariant(), format = record.Format?.ToString(),
                record.StatementCount, record.NewEntries, record.KnownEntries, record.Diagnostics,
            });
            return;
        }

        AnsiConsole.MarkupLine($"[bold]{Markup.Escape(file.ToString())}[/]  {record.Status.ToString().ToLowerInvariant()}, {record.NewEntries} entries entered, {record.KnownEntries} known already");
        foreach (var finding in record.Diagnostics)
            AnsiConsole.MarkupLine($"  {finding.Severity.ToString().ToLowerInvariant()} {(finding.Line > 0 ? $"line {finding.Line}: " : "")}{Markup.Escape(finding.Message)} [grey]({finding.Code}) {Markup.Escape(finding.Remedy)}[/]");
    }
}
