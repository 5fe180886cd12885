using System.Collections.Immutable;
using System.CommandLine;
using Reconciliation.Domain.Matching;
using Reconciliation.Domain.Matching.Rules;
using Reconciliation.Domain.Receivables;
using Reconciliation.Domain.Statements;
using Reconciliation.Domain.Statements.Diagnostics;
using Reconciliation.Host.Local.Output;
using Reconciliation.Pipeline.Matching;
using Spectre.Console;

namespace Reconciliation.Host.Local.Commands;

/// <summary><c>reconcile match</c></summary>
internal static class MatchCommand
{
    private static readonly Option<FileInfo> Receivables = new("--receivables") { Description = "The receivables CSV file.", Required = true };
    private static readonly Option<FileInfo?> Instalments = new("--instalments") { Description = "The instalments CSV file." };
    private static readonly Option<FileInfo?> History = new("--history") { Description = "A CSV file of payers confirmed earlier." };
    private static readonly Option<DateOnly?> AsOf =
        CommonOptions.Day("--as-of", "Decide as on this day (ISO 8601): what was issued or booked later is left out.");

    private static readonly Option<FileInfo?> Rules = new("--rules") { Description = "The JSON file of the team's rules beside the matcher." };
    private static readonly Option<bool> Compare = new("--compare") { Description = "Print what the rules change, entry by entry." };
    private static readonly Option<FileInfo> Out = new("--out") { Description = "The CSV file to write: a row an allocation.", Required = true };
    private static readonly Option<string> Language = new("--language") { Description = "The language of the evidence, en or fr.", DefaultValueFactory = _ => "en" };
    private static readonly Option<bool> Json = CommonOptions.Json();
    private static readonly Argument<FileInfo[]> Files = CommonOptions.Files("Statement files.", ArgumentArity.OneOrMore);

    public static Command Create()
    {
        Language.AcceptOnlyFromAmong("en", "fr");
        var command = new Command("match", "Says which payment of the statements pays which receivable, without a ledger.")
        {
            Receivables, Instalments, History, AsOf, Rules, Compare, Out, Language, Json, Files,
        };
        command.Validators.Add(result =>
        {
            if (result.GetValue(Compare) && result.GetValue(Rules) is null)
                result.AddError("--compare needs --rules.");
        });
        command.SetAction(Run);
        return command;
    }

    private static int Run(ParseResult parsed)
    {
        if (ReadRules(parsed.GetValue(Rules)) is not { } rules)
            return ExitStatus.Refused;
        var match = new MatchFiles(StatementReaders.All, MatchingPolicy.Default with { Rules = rules });
        var isClean = true;
        foreach (var file in parsed.GetRequiredValue(Files))
            isClean &= Read(match, file);
        var receivables = Read(parsed.GetRequiredValue(Receivables), ReceivablesCsv.Read);
        var instalments = parsed.GetValue(Instalments) is { } terms ? Read(terms, InstalmentsCsv.Read) : new InstalmentsFile([], [], []);
        var history = parsed.GetValue(History) is { } payers ? Read(payers, ReadHistory) : new PayerHistory([], []);

        var matched = match.Match(receivables, instalments, history.Payers, parsed.GetValue(AsOf));
        foreach (var (line, message, code) in matched.Faults.Select(f => (f.Line, f.Message, f.Code)).Concat(history.Faults.Select(f => (f.Line, f.Message, f.Code))))
            Console.Error.WriteLine($"line {line}: {message} ({code})");
        Write(parsed.GetRequiredValue(Out), matched, parsed.GetRequiredValue(Language));
        if (parsed.GetValue(Compare))
            Differences(matched, match.MatchWithoutRules(receivables, instalments, history.Payers, parsed.GetValue(AsOf)), parsed);
        Summarise(matched, parsed.GetValue(Json));
        return isClean && matched.Faults.IsEmpty && history.Faults.IsEmpty ? ExitStatus.Done : ExitStatus.Refused;
    }

    private static RuleBook? ReadRules(FileInfo? file) => file is null ? RuleBook.Empty : RulesCommand.Read(file, creditor: null);

    private static void Differences(MatchedFiles with, MatchedFiles without, ParseResult parsed)
    {
        var tried = with.Decisions.Zip(without.Decisions, (tried, alone) => RuleTrial.Compare(StandingEntry.Of(alone, MatchingPolicy.Default), alone, tried))
            .OrderBy(entry => entry.Change).ToImmutableArray();
        if (parsed.GetValue(Json))
            RulesReport.WriteJson(tried, parsed.GetRequiredValue(Language));
        else
            RulesReport.Write(tried, parsed.GetRequiredValue(Language), "with rules and without");
    }

    private static PayerHistory ReadHistory(Stream bytes)
    {
        using var text = new StreamReader(bytes);
        return PayerHistoryCsv.Read(text);
    }

    private static bool Read(MatchFiles match, FileInfo file)
    {
        using var bytes = InputFiles.Open(file);
        var errors = match.Add(bytes).Where(d => d.Severity == Severity.Error).ToList();
        foreach (var error in errors)
            Console.Error.WriteLine($"{file}: {(error.Line > 0 ? $"line {error.Line}: " : "")}{error.Message} ({error.Code}) {error.Rule.Remedy}");
        return errors.Count == 0;
    }

    private static T Read<T>(FileInfo file, Func<Stream, T> read)
    {
        using var bytes = InputFiles.Open(file);
        return read(bytes);
    }

    private static void Write(FileInfo file, MatchedFiles matched, string language)
    {
        using var text = new StreamWriter(file.FullName);
        MatchTable.Write(text, matched.Decisions, language);
    }

    private static void Summarise(MatchedFiles matched, bool json)
    {
        var counts = matched.Decisions.CountBy(d => d.Verdict).ToDictionary();
        var (auto, review, none) = (counts.GetValueOrDefault(MatchVerdict.Auto), counts.GetValueOrDefault(MatchVerdict.Review), counts.GetValueOrDefault(MatchVerdict.None));
        if (json)
            JsonLines.Write(new { auto, review, none, leftOut = matched.LeftOut, faults = matched.Faults.Length });
        else
            AnsiConsole.MarkupLine($"{auto} matched by themselves, {review} for review, {none} without a match{(matched.LeftOut > 0 ? $", {matched.LeftOut} booked later and left out" : "")}");
    }
}
