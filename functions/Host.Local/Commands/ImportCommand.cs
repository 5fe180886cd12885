using System.CommandLine;
using Reconciliation.Domain.Receivables;
using Reconciliation.Host.Local.Embedded;
using Reconciliation.Host.Local.Output;
using Reconciliation.Pipeline.Ingest;
using Spectre.Console;

namespace Reconciliation.Host.Local.Commands;

/// <summary><c>reconcile import --data DIR FILE...</c></summary>
internal static class ImportCommand
{
    public static Command Create()
    {
        var data = CommonOptions.Data();
        var files = CommonOptions.Files("Receivables CSV files.", ArgumentArity.ZeroOrMore);
        var instalments = new Option<FileInfo?>("--instalments") { Description = "A CSV file of the terms in which receivables are paid." };
        var partial = new Option<bool>("--partial") { Description = "Import the rows without a fault although others have one." };
        var json = CommonOptions.Json();
        var command = new Command("import", "Imports receivables, and the terms in which they are paid, from CSV files.") { data, files, instalments, partial, json };
        command.Validators.Add(result =>
        {
            if (result.GetValue(files) is not { Length: > 0 } && result.GetValue(instalments) is null)
                result.AddError("Name a receivables file, or an instalments file with --instalments.");
        });
        command.SetAction((parsed, cancellation) => RunAsync(
            parsed.GetRequiredValue(data), parsed.GetValue(files) ?? [], parsed.GetValue(instalments), parsed.GetValue(partial), parsed.GetValue(json), cancellation));
        return command;
    }

    private static async Task<int> RunAsync(
        DirectoryInfo folder, FileInfo[] files, FileInfo? instalments, bool partial, bool json, CancellationToken cancellation)
    {
        using var data = DataFolder.Open(folder);
        await using var services = EmbeddedServices.Build(data);
        var import = services.GetRequiredService<ImportReceivables>();
        var status = ExitStatus.Done;
        foreach (var file in files.Concat<FileInfo?>(files.Length == 0 ? [null] : []))
        {
            // Terms may name receivables of any of the files, so they come with the last.
            var terms = file == files.LastOrDefault() ? instalments : null;
            var imported = await ImportAsync(import, file, terms, partial, cancellation);
            Report(file ?? terms, imported, json);
            if (!imported.Faults.IsEmpty)
                status = ExitStatus.Refused;
        }

        await services.GetRequiredService<MessagePump>().DrainAsync(null, cancellation);
        return status;
    }

    private static async Task<ImportedReceivables> ImportAsync(
        ImportReceivables import, FileInfo? file, FileInfo? instalments, bool partial, CancellationToken cancellation)
    {
        await using var receivables = file is null ? null : InputFiles.Open(file);
        await using var terms = instalments is null ? null : InputFiles.Open(instalments);
        var source = (file ?? instalments)?.Name ?? "";
        return await import.HandleAsync(new ImportRequest(source, receivables, terms, partial), cancellation);
    }

    private static void Report(FileInfo? file, ImportedReceivables imported, bool json)
    {
        if (json)
        {
            JsonLines.Write(new { file = file?.ToString(), imported.Opened, imported.Known, imported.Scheduled, imported.Faults });
            return;
        }

        AnsiConsole.MarkupLine($"[bold]{Markup.Escape(file?.ToString() ?? "")}[/]  {imported.Opened} imported, {imported.Known} known already, {imported.Scheduled} with terms");
        foreach (var fault in imported.Faults)
            AnsiConsole.MarkupLine($"  [red]line {fault.Line}[/] {Markup.Escape(Place(fault))}{Markup.Escape(fault.Message)} [grey]({fault.Code})[/]");
    }

    private static string Place(RowFault fault) => fault.Column is { } column ? $"{column}: " : "";
}
