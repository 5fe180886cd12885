using System.Collections.Immutable;
using Reconciliation.Domain.Matching.Rules;
using Spectre.Console;

namespace Reconciliation.Host.Local.Output;

/// <summary>What rules would change, for people and for programs.</summary>
internal static class RulesReport
{
    private const int MostRows = 200;

    /// <summary>An object an entry.</summary>
    public static void WriteJson(ImmutableArray<TriedEntry> entries, string language)
    {
        foreach (var entry in entries)
        {
            JsonLines.Write(new
            {
                entry = entry.Payment.Id, change = Code(entry.Change), day = entry.Payment.BookedOn, amount = entry.Payment.Amount.ToDecimalString(),
                currency = entry.Payment.Amount.Currency.Code, name = entry.Payment.Detail.Counterparty.Name, today = TrialSentences.Say(entry.Today, language),
                decidedBy = entry.Today.By?.Name, verdict = entry.Tried.Verdict.ToString().ToLowerInvariant(), tried = TrialSentences.SayTried(entry.Tried, language),
                rule = entry.Tried.Rule?.Id, version = entry.Tried.Rule?.Version,
            });
        }
    }

    /// <summary>What would go against people in sentences, counts, then the changes.</summary>
    public static void Write(ImmutableArray<TriedEntry> entries, string language, string period)
    {
        foreach (var entry in entries.Where(entry => entry.Change == RuleChange.AgainstPerson))
        {
            AnsiConsole.MarkupLine($"[red]Against a person:[/] {Markup.Escape($"{entry.Payment.BookedOn:yyyy-MM-dd} {entry.Payment.Amount} {entry.Payment.Detail.Counterparty.Name}")}");
            AnsiConsole.MarkupLine(Markup.Escape($"  today {TrialSentences.Say(entry.Today, language)}{Refused(entry)}"));
            AnsiConsole.MarkupLine(Markup.Escape($"  tried {TrialSentences.SayTried(entry.Tried, language)}"));
        }

        var counts = Tables.New($"Rules tried, {period}", "change", "entries>");
        foreach (var change in Enum.GetValues<RuleChange>())
            counts.AddRow(new Text(Words(change)), new Text($"{entries.Count(entry => entry.Change == change)}"));
        AnsiConsole.Write(counts);
        var changed = entries.Where(entry => entry.Change != RuleChange.Same).ToList();
        if (changed.Count > 0)
            AnsiConsole.Write(Changes(changed, language));
    }

    private static Table Changes(List<TriedEntry> changed, string language)
    {
        var table = Tables.New("What would change", "change", "day", "amount>", "counterparty", "today", "tried");
        foreach (var entry in changed.Take(MostRows))
        {
            table.AddRow(
                new Text(Words(entry.Change)), new Text($"{entry.Payment.BookedOn:yyyy-MM-dd}"), new Text(Figures.Of(entry.Payment.Amount)),
                new Text(entry.Payment.Detail.Counterparty.Name ?? ""), new Text(TrialSentences.Say(entry.Today, language)),
                new Text(TrialSentences.SayTried(entry.Tried, language)));
        }

        return changed.Count > MostRows ? table.Caption($"{changed.Count - MostRows} more; --json lists all") : table;
    }

    private static string Refused(TriedEntry entry) =>
        entry.Today.Refused.IsEmpty ? "" : ", after a person had struck it off or undone it";

    private static string Words(RuleChange change) => change switch
    {
        RuleChange.AgainstPerson => "against a person's decision",
        RuleChange.DecidedOtherwise => "decided otherwise",
        RuleChange.NewlyHeld => "newly held",
        RuleChange.NewlyDecided => "newly decided",
        RuleChange.Same => "the same",
    };

    private static string Code(RuleChange change) => char.ToLowerInvariant(change.ToString()[0]) + change.ToString()[1..];
}
