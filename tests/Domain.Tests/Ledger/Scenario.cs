using System.Collections.Immutable;
using Reconciliation.Domain.Ledger;
using Reconciliation.Domain.Statements;

namespace Reconciliation.Domain.Tests.Ledger;

/// <summary>
/// Runs a text table: a line a command, with its outcome, the balance of each account of the chart after it, and what is
/// open. <c>bank 60.00</c> is an accepted bank entry; <c>#</c> begins a remark.
/// </summary>
internal sealed class Scenario
{
    private static readonly ChartOfAccounts Chart = ChartOfAccounts.Default;

    private static readonly string[] Columns =
        [Chart.Customers, Chart.Advances, Chart.Suspense, Chart.Bank, Chart.Sales, Chart.DiscountsGranted,
            Chart.BankCharges, Chart.SmallDifferences];

    private readonly List<Posting> _postings = [];

    private DebtorAccount _account = DebtorAccount.Empty(new AccountId("ACME", "D1", Currency.Eur));

    /// <summary>The codes of the refusals that came, in order.</summary>
    public List<string> Refusals { get; } = [];

    /// <summary>The kinds of events that came, in order.</summary>
    public List<string> Events { get; } = [];

    /// <summary>The kinds of commands that were given, in order.</summary>
    public List<string> Commands { get; } = [];

    /// <summary>The table that follows from the commands of a table, whatever outcomes it states.</summary>
    public string Run(string table)
    {
        var rows = table.TrimEnd().Split('\n').Select(Row).ToList();
        var cells = rows.OfType<string[]>().ToList();
        var widths = Enumerable.Range(0, cells.Max(row => row.Length)).Select(i => cells.Max(row => row.ElementAtOrDefault(i)?.Length ?? 0)).ToArray();
        return string.Join('\n', rows.Select(row => row is string[] line ? Aligned(line, widths) : (string)row));
    }

    // A row of cells, or the text itself of a remark, an empty line and the like.
    private object Row(string line)
    {
        var command = line.Split('|')[0].Trim();
        if (command.Length == 0 || command.StartsWith('#'))
            return line.TrimEnd();
        return command == "command"
            ? new[] { "command", "outcome" }.Concat(Columns).Append("open").ToArray()
            : new[] { command, Outcome(command) }.Concat(Columns.Select(Balance)).Append(Open()).ToArray();
    }

    private string Outcome(string command)
    {
        if (command.StartsWith("bank ", StringComparison.Ordinal))
        {
            _postings.AddRange(Postings.Of(ScenarioCommand.Amount(command["bank ".Length..]), BankAccountId.FromText("B1"), Chart));
            return "entry";
        }

        var asked = ScenarioCommand.Read(command);
        Commands.Add(asked.GetType().Name);
        return _account.Decide(asked).Match(Accepted, Refused);
    }

    private string Accepted(ImmutableArray<AccountEvent> events)
    {
        _account = _account.Apply(events);
        _postings.AddRange(events.SelectMany(happened => Postings.Of(happened, _account.Id, Chart)));
        Events.AddRange(events.Select(happened => happened.GetType().Name));
        return events.IsEmpty ? "already so" : string.Join(", ", events.Select(happened => happened.GetType().Name));
    }

    private string Refused(Refusal refusal)
    {
        Refusals.Add(refusal.Code);
        return refusal.Code;
    }

    private string Balance(string number)
    {
        var balance = Money.Sum(_postings.Where(posting => posting.Account == number).Select(posting => posting.Amount), _account.Id.Currency);
        return balance.IsZero ? "" : balance.ToDecimalString();
    }

    private string Open()
    {
        var parts =
            from receivable in _account.Receivables.Values
            from part in receivable.Parts()
            where !part.Open.IsZero
            select $"{receivable.Receivable.Number}{(part.Instalment is { } term ? $"/{term}" : "")}:{part.Open.ToDecimalString()}";
        return string.Join(' ', parts);
    }

    private static string Aligned(string[] cells, int[] widths) =>
        string.Join(" | ", cells.Select((cell, i) => i > 1 && i < Columns.Length + 2 ? cell.PadLeft(widths[i]) : cell.PadRight(widths[i]))).TrimEnd();
}
