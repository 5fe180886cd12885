using Reconciliation.Domain.Statements;
using Reconciliation.Domain.Statements.Csv;
using Reconciliation.Domain.Statements.Csv.Suggestion;
using Reconciliation.Pipeline.Ingest;
using Spectre.Console;

namespace Reconciliation.Host.Local.Output;

/// <summary>A proposed CSV profile, for people: what speaks for it, its JSON, and what it reads.</summary>
internal static class ProfileReport
{
    public static void Write(string file, CsvSuggestion suggestion, CheckedFile? found, IReadOnlyList<StatementEntry> entries)
    {
        AnsiConsole.Write(Proposals(file, suggestion));
        if (suggestion.Profile is not { } profile || found is null)
        {
            AnsiConsole.MarkupLine("[red]No profile can be proposed.[/]");
            AnsiConsole.WriteLine();
            return;
        }

        AnsiConsole.MarkupLine($"[bold]Save this as {Markup.Escape(profile.Name)}.json, correct what is not sure, and check again with --profile:[/]");
        Console.Out.WriteLine(CsvProfileWriter.Write(profile));
        AnsiConsole.Write(Entries(entries));
        CheckReport.Write(found);
        var unread = found.Diagnostics.Where(finding => finding is { Severity: "error", Line: not null }).Select(finding => finding.Line!.Value).Distinct().ToList();
        AnsiConsole.MarkupLine(unread.Count == 0
            ? "[green]Every row was read or is no entry by the proposal.[/]"
            : $"[red]Rows that the proposal does not read:[/] lines {string.Join(", ", unread)}");
        AnsiConsole.WriteLine();
    }

    private static Table Proposals(string file, CsvSuggestion suggestion)
    {
        var table = Tables.New(file, "property", "proposal", "how sure", "why");
        foreach (var proposal in suggestion.Proposals)
            table.AddRow(new Text(proposal.Property), new Text(proposal.Value), new Text(Words.Of(proposal.Certainty)), new Text(proposal.Reason));
        return table;
    }

    private static Table Entries(IReadOnlyList<StatementEntry> entries)
    {
        var table = Tables.New("The first entries as the proposal reads them", "line>", "booked", "value", "amount>", "counterparty", "text");
        foreach (var entry in entries)
            table.AddRow(
                new Text($"{entry.Line}"), new Text(entry.BookingDate.ToString()), new Text(entry.ValueDate?.ToString() ?? ""), new Text(entry.Amount.ToString()),
                new Text(entry.Details[0].Counterparty.Name ?? ""), new Text(string.Join(' ', entry.Details[0].Remittance)));
        return table;
    }
}
