using System.CommandLine;
using Reconciliation.Domain.Matching.Rules;
using Reconciliation.Host.Local.Embedded;
using Reconciliation.Host.Local.Output;
using Reconciliation.Pipeline;
using Reconciliation.Pipeline.Matching;

namespace Reconciliation.Host.Local.Commands;

/// <summary><c>reconcile rules try --rules FILE --data DIR</c></summary>
internal static class RulesCommand
{
    public static Command Create()
    {
        var rules = new Option<FileInfo>("--rules") { Description = "The JSON file of rules.", Required = true };
        var data = CommonOptions.Data();
        var from = CommonOptions.Day("--from", "The first booking day (ISO 8601); 90 days before the last where none is named.");
        var to = CommonOptions.Day("--to", "The last booking day, inclusive; today where none is named.");
        var language = Language();
        var json = CommonOptions.Json();
        var trial = new Command("try", "Says what rules would have decided of past entries of the ledger, and writes nothing.") { rules, data, from, to, language, json };
        trial.Validators.Add(result =>
        {
            if (result.GetValue(from) is { } first && result.GetValue(to) is { } last && first > last)
                result.AddError("--from is after --to.");
        });
        trial.SetAction((parsed, cancellation) => RunAsync(
            parsed.GetRequiredValue(data), parsed.GetRequiredValue(rules), parsed.GetValue(from), parsed.GetValue(to),
            parsed.GetRequiredValue(language), parsed.GetValue(json), cancellation));
        return new Command("rules", "The rules of the team beside the matcher.") { trial };
    }

    /// <summary>The language of sentences.</summary>
    public static Option<string> Language()
    {
        var language = new Option<string>("--language") { Description = "The language of the sentences, en or fr.", DefaultValueFactory = _ => "en" };
        language.AcceptOnlyFromAmong("en", "fr");
        return language;
    }

    /// <summary>Reads rules; null where there are faults, each of which is said.</summary>
    /// <param name="file">The file.</param>
    /// <param name="creditor">The creditor of the ledger; null for none.</param>
    public static RuleBook? Read(FileInfo file, string? creditor)
    {
        using var text = new StreamReader(InputFiles.Open(file));
        var reading = RuleBook.Read(text.ReadToEnd(), creditor);
        foreach (var fault in reading.Faults)
            Console.Error.WriteLine($"{file}: {fault}");
        return reading.Book;
    }

    private static async Task<int> RunAsync(
        DirectoryInfo folder, FileInfo file, DateOnly? from, DateOnly? to, string language, bool json, CancellationToken cancellation)
    {
        if (!folder.Exists)
            throw new CommandException($"there is no data folder {folder.FullName}");
        using var data = DataFolder.Open(folder);
        await using var services = EmbeddedServices.Build(data);
        if (Read(file, services.GetRequiredService<CreditorSettings>().CreditorId) is not { } rules)
            return ExitStatus.Refused;
        var tried = await services.GetRequiredService<TryRules>().HandleAsync(rules, from, to, int.MaxValue - 1, cancellation);
        if (json)
            RulesReport.WriteJson(tried.Entries, language);
        else
            RulesReport.Write(tried.Entries, language, $"{tried.From:yyyy-MM-dd} to {tried.To:yyyy-MM-dd}");
        return ExitStatus.Done;
    }
}
