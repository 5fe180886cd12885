using Reconciliation.Domain.Reporting;
using Reconciliation.Host.Local.Output;
using Spectre.Console;

namespace Reconciliation.Host.Local.Demo;

/// <summary>The aged balance with the debtors who owe most.</summary>
internal static class AgedBalanceTable
{
    private const int MostDebtors = 10;

    public static void Write(IEnumerable<AgedBalance> reports)
    {
        foreach (var report in reports)
        {
            var table = Tables.New(
                $"Aged balance (balance âgée) on {report.AsOf:yyyy-MM-dd}, {report.Currency}",
                "debtor", "not due>", "1-30 days>", "31-60>", "61-90>", "over 90>", "unallocated>", "total>");
            var largest = report.Lines.OrderByDescending(l => l.Amounts.Total).ToList();
            foreach (var line in largest.Take(MostDebtors))
                Row(table, line.DebtorName, line.Amounts);
            if (largest.Count > MostDebtors)
                Row(table, $"{largest.Count - MostDebtors} others", largest.Skip(MostDebtors).Select(l => l.Amounts).Aggregate((a, b) => a + b));
            Row(table, "all", report.Total);
            AnsiConsole.Write(table);
            AnsiConsole.WriteLine();
        }
    }

    private static void Row(Table table, string name, AgedAmounts amounts) => table.AddRow(
        name, Figures.Plain(amounts.NotDue), Figures.Plain(amounts.Late1To30), Figures.Plain(amounts.Late31To60), Figures.Plain(amounts.Late61To90),
        Figures.Plain(amounts.LateOver90), Figures.Plain(amounts.Unallocated), Figures.Plain(amounts.Total));
}
