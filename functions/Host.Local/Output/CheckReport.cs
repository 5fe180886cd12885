using Reconciliation.Pipeline.Ingest;
using Spectre.Console;

namespace Reconciliation.Host.Local.Output;

/// <summary>What a check found, for people.</summary>
internal static class CheckReport
{
    public static void Write(CheckedFile file)
    {
        var verdict = file.Accepted ? "[green]accepted[/]" : "[red]refused[/]";
        AnsiConsole.MarkupLine($"[bold]{Markup.Escape(file.File)}[/]  {file.Format ?? "unknown format"}  {verdict}");
        if (!file.Statements.IsEmpty)
            AnsiConsole.Write(Statements(file));
        foreach (var finding in file.Diagnostics)
            AnsiConsole.MarkupLine($"  {Severity(finding.Severity)} {Place(finding)}{Markup.Escape(finding.Message)} [grey]({finding.Code}) {Markup.Escape(finding.Remedy)}[/]");
        AnsiConsole.WriteLine();
    }

    private static Table Statements(CheckedFile file)
    {
        var table = new Table().Border(TableBorder.Rounded).AddColumns("account", "number", "currency")
            .AddColumns(Right("opening"), Right("credits"), Right("debits"), Right("closing"), Right("entries"), new TableColumn("balanced"));
        foreach (var s in file.Statements)
            table.AddRow(
                Text(s.Account), Text(s.Number), Text(s.Currency), Text(s.OpeningBalance), Text(s.CreditTotal), Text(s.DebitTotal),
                Text(s.ClosingBalance), Text($"{s.EntryCount}"), Text(s.Balanced switch { true => "yes", false => "NO", null => "not stated" }));
        return table;
    }

    private static TableColumn Right(string name) => new TableColumn(name).RightAligned();

    private static Text Text(string? value) => new(value ?? "-");

    private static string Severity(string severity) => severity switch
    {
        "error" => "[red]error[/]",
        "warning" => "[yellow]warning[/]",
        _ => "[grey]info[/]",
    };

    private static string Place(CheckedDiagnostic finding) => finding.Line is { } line ? $"line {line}: " : "";
}
