using Reconciliation.Domain;
using Reconciliation.Domain.Matching;
using Reconciliation.Host.Local.Output;
using Reconciliation.Pipeline.Ports;
using Spectre.Console;

namespace Reconciliation.Host.Local.Demo;

/// <summary>What the bank entries were taken for.</summary>
internal static class EntriesTable
{
    public static void Write(IReadOnlyList<EntryRecord> entries)
    {
        var table = Tables.New("Entries", "what", "entries>", "money in>", "money out>");
        Row("settle receivables, matched by themselves", e => Explained(e) is Settlement);
        Row("returned payments, matched by themselves", e => Explained(e) is ReturnedPayment);
        Row("charges of the bank, matched by themselves", e => Explained(e) is BankCharge);
        Row("for review by a person", e => e.Matching.State == EntryState.Review);
        Row("without a match", e => e.Matching.State is EntryState.Unexplained or EntryState.New);
        AnsiConsole.Write(table);
        AnsiConsole.WriteLine();

        void Row(string what, Func<EntryRecord, bool> isOfIt)
        {
            var amounts = entries.Where(isOfIt).Select(e => e.Payment.Amount).ToList();
            table.AddRow(what, $"{amounts.Count}", Total(amounts.Where(a => !a.IsNegative)), Total(amounts.Where(a => a.IsNegative)));
        }
    }

    private static Explanation? Explained(EntryRecord entry) =>
        entry.Matching.State == EntryState.Explained ? entry.Matching.Match?.Explanation : null;

    private static string Total(IEnumerable<Money> amounts) =>
        string.Join(", ", amounts.GroupBy(a => a.Currency).Select(g => Figures.Of(Money.Sum(g, g.Key).Abs())));
}
