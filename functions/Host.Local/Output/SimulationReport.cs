using System.Globalization;
using Reconciliation.Domain;
using Reconciliation.Domain.Recovery;
using Reconciliation.Pipeline.Recovery;
using Spectre.Console;

namespace Reconciliation.Host.Local.Output;

/// <summary>What a simulated policy would do, for people and for programs.</summary>
internal static class SimulationReport
{
    private const int FirstContacts = 20;

    /// <summary>An object a contact.</summary>
    public static void WriteJson(SimulatedRecovery simulated)
    {
        foreach (var contact in simulated.Contacts)
        {
            JsonLines.Write(new
            {
                at = contact.At, debtor = contact.Account.Debtor, name = contact.DebtorName, contact.Stage, channel = Code(contact.Channel),
                open = Open(contact).ToDecimalString(), currency = contact.Account.Currency.Code,
                items = contact.Items.Select(item => new { item.Receivable, item.Instalment, item.DueDate, open = item.Open.ToDecimalString() }),
            });
        }
    }

    /// <summary>Tables of contacts by month, of what was put off and why, and of the first contacts.</summary>
    public static void Write(SimulatedRecovery simulated, RecoveryPolicy policy)
    {
        AnsiConsole.MarkupLine($"[bold]{Markup.Escape(policy.Name)}[/] {Markup.Escape(policy.Version)}: {simulated.Contacts.Length} contacts, if nobody pays and every bank file comes in time");
        if (simulated.Contacts.Length > 0)
            AnsiConsole.Write(Contacts(simulated, policy));
        if (simulated.Holds.Length > 0)
            AnsiConsole.Write(Holds(simulated));
        if (simulated.Ends.Length > 0)
            AnsiConsole.Write(Ends(simulated));
        if (simulated.Contacts.Length > 0)
            AnsiConsole.Write(Calendar(simulated));
    }

    private static Table Contacts(SimulatedRecovery simulated, RecoveryPolicy policy)
    {
        var table = Tables.New("Contacts by month", "month", "stage", "channel", "contacts>");
        var groups = simulated.Contacts.CountBy(contact => (Month: Month(contact.At), contact.Stage, contact.Channel))
            .OrderBy(group => group.Key.Month, StringComparer.Ordinal).ThenBy(group => policy.OrderOf(group.Key.Stage)).ThenBy(group => group.Key.Channel);
        foreach (var (group, count) in groups)
            table.AddRow(new Text(group.Month), new Text(group.Stage), new Text(Words.Of(group.Channel)), new Text($"{count}"));
        return table;
    }

    private static Table Holds(SimulatedRecovery simulated)
    {
        var table = Tables.New("Put off", "month", "rule", "why", "steps>");
        foreach (var (group, count) in simulated.Holds.CountBy(hold => (Month: Month(hold.Until), hold.Rule)).OrderBy(group => group.Key.Month, StringComparer.Ordinal).ThenBy(group => group.Key.Rule.Code, StringComparer.Ordinal))
            table.AddRow(new Text(group.Month), new Text(group.Rule.Code), new Text(group.Rule.English), new Text($"{count}"));
        return table;
    }

    private static Table Ends(SimulatedRecovery simulated)
    {
        var table = Tables.New("At rest in the end", "reason", "why", "accounts>");
        foreach (var (reason, count) in simulated.Ends.CountBy(end => end.Reason).OrderBy(group => group.Key.Code, StringComparer.Ordinal))
            table.AddRow(new Text(reason.Code), new Text(reason.English), new Text($"{count}"));
        return table;
    }

    private static Table Calendar(SimulatedRecovery simulated)
    {
        var rest = simulated.Contacts.Length - FirstContacts;
        var table = Tables.New("The first contacts", "when", "debtor", "stage", "channel", "receivables>", "open>");
        foreach (var contact in simulated.Contacts.Take(FirstContacts))
        {
            table.AddRow(
                new Text(contact.At.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)), new Text(contact.DebtorName), new Text(contact.Stage),
                new Text(Words.Of(contact.Channel)), new Text($"{contact.Items.Length}"), new Text(Figures.Of(Open(contact))));
        }

        return rest > 0 ? table.Caption($"{rest} more; --json lists all") : table;
    }

    private static Money Open(SimulatedContact contact) => Money.Sum(contact.Items.Select(item => item.Open), contact.Account.Currency);

    private static string Month(DateTimeOffset at) => at.ToString("yyyy-MM", CultureInfo.InvariantCulture);

    private static string Code(ContactChannel channel) => char.ToLowerInvariant(channel.ToString()[0]) + channel.ToString()[1..];
}
