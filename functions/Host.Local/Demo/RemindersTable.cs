using Reconciliation.Domain.Ledger;
using Reconciliation.Host.Local.Output;
using Reconciliation.Pipeline.Ports;
using Spectre.Console;

namespace Reconciliation.Host.Local.Demo;

/// <summary>The contacts made today, and the next reminders with what holds them back.</summary>
internal static class RemindersTable
{
    private const int MostOfAKind = 12;

    public static void Write(IReadOnlyList<AccountSummary> summaries, IReadOnlyList<DebtorAccount> accounts)
    {
        AnsiConsole.MarkupLine(Made(accounts));
        var planned = summaries.Where(a => a.NextAt is not null).OrderBy(a => a.NextAt).ThenBy(a => a.Id).ToList();
        var free = planned.FindAll(a => a.HeldBy.IsEmpty);
        var held = planned.FindAll(a => !a.HeldBy.IsEmpty);
        var table = Tables.New("The next reminders", "when", "debtor", "stage", "open>", "held back by");
        foreach (var account in free.Take(MostOfAKind).Concat(held.Take(MostOfAKind)))
            table.AddRow(
                $"{account.NextAt:yyyy-MM-dd HH:mm}", Markup.Escape(account.DebtorName), account.NextStage ?? "",
                Figures.Of(account.Open), string.Join(", ", account.HeldBy));
        AnsiConsole.Write(table);
        AnsiConsole.MarkupLine($"{planned.Count} accounts have a next reminder, {held.Count} of them held back (asked again at the time shown)\n");
    }

    private static string Made(IReadOnlyList<DebtorAccount> accounts)
    {
        var made = accounts.SelectMany(a => a.Contacts.Values).Where(c => c.Result == ContactResult.Made)
            .CountBy(c => c.Planned.Channel).OrderBy(count => count.Key).ToList();
        return made.Count == 0
            ? "No contact was due."
            : $"Due today and made: {string.Join(", ", made.Select(count => $"{count.Value} {Words.Of(count.Key)}"))}";
    }
}
