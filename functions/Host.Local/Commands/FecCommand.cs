using System.CommandLine;
using System.Text;
using Reconciliation.Domain;
using Reconciliation.Domain.Receivables;
using Reconciliation.Domain.Reporting;
using Reconciliation.Host.Local.Embedded;
using Reconciliation.Host.Local.Output;
using Reconciliation.Pipeline;
using Reconciliation.Pipeline.Accounts;
using Spectre.Console;

namespace Reconciliation.Host.Local.Commands;

/// <summary><c>reconcile fec --data DIR --year YEAR</c></summary>
internal static class FecCommand
{
    public static Command Create()
    {
        var data = CommonOptions.Data();
        var year = new Option<int>("--year") { Description = "The calendar year.", Required = true };
        var siren = new Option<string?>("--siren") { Description = "The creditor's SIREN, where its settings name none." };
        var folder = new Option<DirectoryInfo>("--out") { Description = "The folder to write into.", DefaultValueFactory = _ => new DirectoryInfo(".") };
        var json = CommonOptions.Json();
        year.Validators.Add(result =>
        {
            if (result.Tokens is [var word] && !(int.TryParse(word.Value, out var number) && number is >= 1900 and <= 2999))
                result.AddError($"'{word.Value}' is not a year such as 2026.");
        });
        var command = new Command("fec", "Writes a year of the ledger as fichier des écritures comptables (LPF art. A47 A-1).") { data, year, siren, folder, json };
        command.SetAction((parsed, cancellation) => RunAsync(
            parsed.GetRequiredValue(data), parsed.GetValue(year), parsed.GetValue(siren), parsed.GetRequiredValue(folder), parsed.GetValue(json), cancellation));
        return command;
    }

    private static async Task<int> RunAsync(
        DirectoryInfo folder, int year, string? siren, DirectoryInfo target, bool json, CancellationToken cancellation)
    {
        if (!folder.Exists)
            throw new CommandException($"there is no data folder {folder.FullName}");
        using var data = DataFolder.Open(folder);
        await using var services = EmbeddedServices.Build(data);
        var holder = SirenOf(siren ?? services.GetRequiredService<Creditor>().Siren, data);
        var fec = await services.GetRequiredService<ReadFec>().HandleAsync(year, cancellation);
        if (fec.JournalEntries == 0)
            throw new CommandException($"the ledger in {data.Path} is empty");
        if (fec.Lines.IsEmpty)
            throw new CommandException($"the ledger in {data.Path} has no entry up to the end of {year}");

        var path = Path.Combine(target.FullName, Fec.FileName(holder, new DateOnly(year, 12, 31)));
        if (fec.Faults.IsEmpty)
            Write(path, fec);
        Report(path, fec, json);
        return fec.Faults.IsEmpty ? ExitStatus.Done : ExitStatus.Refused;
    }

    private static Siren SirenOf(string? text, DataFolder data)
    {
        if (string.IsNullOrWhiteSpace(text))
            throw new CommandException($"the SIREN of the creditor is not known; write it into {Path.Combine(data.Path, LedgerSettings.CreditorFile)} or name it with --siren");
        return Siren.TryParse(text, out var siren) ? siren : throw new CommandException($"'{text}' is not a SIREN: nine digits, the last of them a check digit");
    }

    // A file that is cut short would look like a whole one, so it gets its name when it is complete.
    private static void Write(string path, FecExport fec)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path) ?? ".");
        var unfinished = path + ".part";
        using (var text = new StreamWriter(unfinished, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)))
            Fec.Write(text, fec.Lines);
        File.Move(unfinished, path, overwrite: true);
    }

    private static void Report(string path, FecExport fec, bool json)
    {
        var entries = fec.Lines.Select(line => line.EcritureNum).Distinct().Count();
        if (json)
        {
            JsonLines.Write(new
            {
                file = fec.Faults.IsEmpty ? path : null, lines = fec.Lines.Length, entries,
                debit = Total(fec, line => line.Debit)?.ToDecimalString(), credit = Total(fec, line => line.Credit)?.ToDecimalString(),
                balanced = fec.Faults.All(fault => fault.Code is not (FecRules.EntryUnbalanced or FecRules.FileUnbalanced)), fec.Faults,
            });
            return;
        }

        if (fec.Faults.IsEmpty && Total(fec, line => line.Debit) is { } debit)
            AnsiConsole.MarkupLine($"[bold]{Markup.Escape(path)}[/]  entries: {entries}, lines: {fec.Lines.Length}; balanced: debits and credits of {Markup.Escape(Figures.Of(debit))} each");
        else
            AnsiConsole.MarkupLine("[red]Nothing was written.[/]");
        foreach (var fault in fec.Faults)
            AnsiConsole.MarkupLine($"  {(fault.EcritureNum is { } number ? $"entry {number}: " : "")}{Markup.Escape(fault.Message)} [grey]({fault.Code})[/]");
    }

    /// <summary>The sum of a side in euros; null where it is not in euros, or beyond any amount.</summary>
    private static Money? Total(FecExport fec, Func<FecLine, Money> side)
    {
        var total = new RunningTotal(Currency.Eur);
        foreach (var amount in fec.Lines.Select(side))
        {
            if (amount.Currency != Currency.Eur)
                return null;
            total.Add(amount);
        }

        return total.Amount;
    }
}
