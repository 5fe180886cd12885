using Reconciliation.Domain;
using Reconciliation.Host.Local.Output;
using Reconciliation.Pipeline.Ports;
using Spectre.Console;

namespace Reconciliation.Host.Local.Demo;

/// <summary>Each bank account by the ledger and by the bank, and the ledger's own balance.</summary>
internal static class ProofTable
{
    public static void Write(IReadOnlyList<BankPosition> positions, IReadOnlyList<AccountBalance> trial)
    {
        var table = Tables.New(
            "Balance proof of the bank accounts", "account", "opening>", "entries>", "in the ledger (512)>", "by the bank>", "difference>");
        foreach (var position in positions)
            table.AddRow(Row(position));
        AnsiConsole.Write(table);
        if (positions.Any(p => Difference(p) is { IsZero: false }))
            AnsiConsole.MarkupLine("A difference is what a statement in quarantine holds back: released, it makes the account tie.");
        foreach (var sum in trial.GroupBy(b => b.Balance.Currency))
            Total(sum.Key, [.. sum]);
    }

    private static string[] Row(BankPosition position) =>
    [
        position.Account.Value,
        Figures.Of(Opening(position)),
        Figures.Of(position.EntryTotal),
        Figures.Of(Opening(position) + position.EntryTotal),
        position.Closing is { } closing ? Figures.Of(closing.Amount) : "not stated",
        Difference(position) is { } difference ? Figures.Of(difference) : "-",
    ];

    private static Money Opening(BankPosition position) => position.FirstOpening?.Amount ?? Money.Zero(position.Currency);

    private static Money? Difference(BankPosition position) =>
        position.Closing is { } closing ? closing.Amount - Opening(position) - position.EntryTotal : null;

    private static void Total(Currency currency, IReadOnlyList<AccountBalance> balances)
    {
        var total = Money.Sum(balances.Select(b => b.Balance), currency);
        var accounts = string.Join(", ", balances.Where(b => !b.Balance.IsZero).Select(b => $"{b.Account} {Figures.Of(b.Balance)}"));
        AnsiConsole.MarkupLine($"Ledger: {accounts}; together {(total.IsZero ? "[green]0[/]" : $"[red]{Figures.Of(total)}[/]")}\n");
    }
}
