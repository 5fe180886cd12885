using Reconciliation.Emulator;

namespace Reconciliation.Benchmarks.OnAzurite;

/// <summary>
/// Takes invented entries through intake and matcher on the emulator, in eleven equal parts, and counts what goes to the
/// storage account. The second part meets the ledger that the first left, the last one ten times as large: calls for an
/// entry are not to grow with the ledger.
/// <para>A part is two statements: the entries of one pay nothing, each of the other, a tenth, a receivable of its own.</para>
/// </summary>
internal static class AzuriteBenchmark
{
    private const int Parts = 11;
    private const int PaymentsInHundred = 10;

    public static Task RunAsync(int entries)
    {
        var part = Math.Max(entries / Parts, 100);
        var payments = part * PaymentsInHundred / 100;
        return OnEmulatorAsync(ledger => RunAsync(ledger, part - payments, payments));
    }

    /// <summary>
    /// Takes entries in without matching them, ten statements. The emulator looks through a whole table for every query, so
    /// that matching beyond some tens of thousands measures the emulator.
    /// </summary>
    public static Task TakeInAsync(int entries) => OnEmulatorAsync(async ledger =>
    {
        const int statements = 10;
        WriteHead();
        var (balance, all) = (0L, default(Cost));
        for (var number = 1; number <= statements; number++)
        {
            var statement = new InventedStatement(number, entries / statements, balance, null);
            var cost = await ledger.TakeInAsync(statement);
            Write((number - 1) * statement.Entries, "entries taken in", statement.Entries, cost);
            balance = statement.Closing;
            all += cost;
        }

        Write(0, "all", entries / statements * statements, all);
    });

    private static async Task OnEmulatorAsync(Func<MeasuredLedger, Task> measure)
    {
        var emulator = new AzuriteEmulator();
        await emulator.InitializeAsync();
        try
        {
            await using var ledger = await MeasuredLedger.OpenAsync(emulator);
            await measure(ledger);
        }
        finally
        {
            await emulator.DisposeAsync();
        }
    }

    private static void WriteHead() => Console.WriteLine(
        "  ledger step                        of transact.  queries    reads   writes  blobs messages calls/100  seconds a second");

    private static async Task RunAsync(MeasuredLedger ledger, int strangers, int payments)
    {
        WriteHead();
        var balance = 0L;
        var all = default(Cost);
        for (var part = 0; part < Parts; part++)
        {
            var before = part * (strangers + payments);
            var first = part * payments;
            var costs = new Costs(before, await ledger.OpenReceivablesAsync(first, payments));
            var others = new InventedStatement((part * 2) + 1, strangers, balance, null);
            costs.Intake = await ledger.TakeInAsync(others);
            (costs.Unmatched, _) = await ledger.MatchAsync();
            var paying = new InventedStatement((part * 2) + 2, payments, others.Closing, first);
            costs.Intake += await ledger.TakeInAsync(paying);
            (costs.Matched, costs.Matches) = await ledger.MatchAsync();
            costs.Projected = await ledger.ProjectAsync(first, payments);
            balance = paying.Closing;
            all += costs.Intake + costs.Unmatched + costs.Matched;
            Console.Error.WriteLine(FormattableString.Invariant($"{before + strangers + payments} entries"));
            if (part is 1 or Parts - 1)
                costs.Write(strangers, payments);
        }

        Write(0, "all, without import", Parts * (strangers + payments), all);
    }

    private static void Write(int ledger, string step, int count, Cost cost)
    {
        var calls = cost.Calls;
        Console.WriteLine(
            FormattableString.Invariant($"{ledger,8} {step,-22} {count,7} {calls.Transactions,9} {calls.Queries,8} {calls.PointReads,8} ")
            + FormattableString.Invariant($"{calls.SingleWrites,8} {calls.Blobs,6} {calls.Messages,8} {100.0 * calls.Total / count,9:F1} ")
            + FormattableString.Invariant($"{cost.Seconds,8:F1} {count / cost.Seconds,8:F0}"));
    }

    private sealed class Costs(int ledger, Cost opened)
    {
        public Cost Intake { get; set; }

        public Cost Unmatched { get; set; }

        public Cost Matched { get; set; }

        public int Matches { get; set; }

        public Cost Projected { get; set; }

        public void Write(int strangers, int payments)
        {
            AzuriteBenchmark.Write(ledger, "receivables opened", payments, opened);
            AzuriteBenchmark.Write(ledger, "entries taken in", strangers + payments, Intake);
            AzuriteBenchmark.Write(ledger, "entries not explained", strangers, Unmatched);
            AzuriteBenchmark.Write(ledger, "entries matched", Matches, Matched);
            AzuriteBenchmark.Write(ledger, "accounts projected", payments, Projected);
        }
    }
}
