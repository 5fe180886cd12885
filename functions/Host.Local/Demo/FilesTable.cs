using Reconciliation.Domain.Statements.Diagnostics;
using Reconciliation.Host.Local.Output;
using Reconciliation.Pipeline.Ports;
using Spectre.Console;

namespace Reconciliation.Host.Local.Demo;

/// <summary>What became of each statement file, and why.</summary>
internal static class FilesTable
{
    public static void Write(IReadOnlyList<FileRecord> files)
    {
        var table = Tables.New("Files", "file", "format", "became", "entries", "why");
        foreach (var file in files.OrderBy(f => f.Name, StringComparer.Ordinal))
            table.AddRow(
                new Text(file.Name), new Text(file.Format?.ToString() ?? "-"), Status(file.Status), new Text(Entries(file)), new Text(Why(file)));
        AnsiConsole.Write(table);
        AnsiConsole.MarkupLine(
            $"{Count(FileStatus.Accepted)} accepted, {Count(FileStatus.Duplicate)} duplicate, {Count(FileStatus.Quarantined)} in quarantine\n");

        int Count(FileStatus status) => files.Count(f => f.Status == status);
    }

    private static Markup Status(FileStatus status) => new(status switch
    {
        FileStatus.Accepted => "[green]accepted[/]",
        FileStatus.Duplicate => "[yellow]duplicate[/]",
        FileStatus.Quarantined => "[red]quarantine[/]",
    });

    private static string Entries(FileRecord file) => file switch
    {
        { Status: FileStatus.Quarantined } => "-",
        { KnownEntries: > 0 } => $"{file.NewEntries} new, {file.KnownEntries} known",
        _ => $"{file.NewEntries}",
    };

    // What is plainly taken in needs no remark unless something is worth a warning.
    private static string Why(FileRecord file)
    {
        var isPlain = file is { Status: FileStatus.Accepted, KnownEntries: 0 };
        var why = file.Diagnostics.OrderByDescending(d => d.Severity).FirstOrDefault(d => !isPlain || d.Severity != Severity.Info);
        return why is null ? "" : $"{why.Code}{(why.Line > 0 ? $", line {why.Line}" : "")}: {why.Message}";
    }
}
