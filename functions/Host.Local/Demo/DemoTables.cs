using Reconciliation.Domain;
using Reconciliation.Domain.Ledger;
using Reconciliation.Domain.Matching;
using Reconciliation.Domain.Recovery;
using Reconciliation.Domain.Reporting;
using Reconciliation.Domain.Statements.Diagnostics;
using Reconciliation.Host.Local.Output;
using Reconciliation.Pipeline.Ports;
using Spectre.Console;

namespace Reconciliation.Host.Local.Demo;

/// <summary>What the demonstration shows of a ledger: read from the ports, as any page would.</summary>
internal static class DemoTables
{
    private const int MostReminders = 15;
    private static readonly PageRequest All = new(1000);

    public static async Task WriteAsync(IServiceProvider services, CancellationToken cancellation)
    {
        var statements = services.GetRequiredService<IStatementStore>();
        var queries = services.GetRequiredService<ILedgerQueries>();
        Files((await statements.FilesAsync(null, All, cancellation)).Items);
        Entries((await statements.EntriesAsync(new EntryFilter([]), All, cancellation)).Items);
        Proof(await statements.PositionsAsync(cancellation), await queries.TrialBalanceAsync(cancellation));
        var accounts = await AccountsAsync(services, cancellation);
        AgedBalanceTable.Write(AgedBalance.Of(accounts, DateOnly.FromDateTime(DemoMonth.Today.DateTime)));
        Reminders((await queries.AccountsAsync(All, cancellation)).Items, accounts);
    }

    private static async Task<List<DebtorAccount>> AccountsAsync(IServiceProvider services, CancellationToken cancellation)
    {
        var streams = services.GetRequiredService<IAccountStreams>();
        var ids = await streams.AccountsAsync(cancellation).ToListAsync(cancellation);
        return [.. await streams.LoadAsync(ids, cancellation)];
    }

    private static void Files(IReadOnlyList<FileRecord> files)
    {
        var table = Tables.New("Files", "file", "format", "became", "entries", "why");
        foreach (var file in files.OrderBy(f => f.Name, StringComparer.Ordinal))
        {
            var isPlain = file is { Status: FileStatus.Accepted, KnownEntries: 0 };
            var why = file.Diagnostics.OrderByDescending(d => d.Severity).FirstOrDefault(d => !isPlain || d.Severity != Severity.Info);
            var entries = file.KnownEntries > 0 ? $"{file.NewEntries} new, {file.KnownEntries} known" : $"{file.NewEntries}";
            table.AddRow(
                new Text(file.Name), new Text(file.Format?.ToString() ?? "-"), Status(file.Status), new Text(file.Status == FileStatus.Quarantined ? "-" : entries),
                new Text(why is null ? "" : $"{why.Code}{(why.Line > 0 ? $", line {why.Line}" : "")}: {why.Message}"));
        }

        AnsiConsole.Write(table);
        AnsiConsole.MarkupLine($"{files.Count(f => f.Status == FileStatus.Accepted)} accepted, {files.Count(f => f.Status == FileStatus.Duplicate)} duplicate, {files.Count(f => f.Status == FileStatus.Quarantined)} in quarantine\n");
    }

    private static Markup Status(FileStatus status) => new(status switch
    {
        FileStatus.Accepted => "[green]accepted[/]",
        FileStatus.Duplicate => "[yellow]duplicate[/]",
        FileStatus.Quarantined => "[red]quarantine[/]",
    });

    private static void Entries(IReadOnlyList<EntryRecord> entries)
    {
        var table = Tables.New("Entries", "what", "entries>", "money in>", "money out>");
        Row("settle receivables, decided by the matcher", e => Explained(e) is Settlement);
        Row("returned payments, recognised", e => Explained(e) is ReturnedPayment);
        Row("charges of the bank, recognised", e => Explained(e) is BankCharge);
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

    private static Explanation? Explained(EntryRecord entry) => entry.Matching.State == EntryState.Explained ? entry.Matching.Match?.Explanation : null;

    private static string Total(IEnumerable<Money> amounts) =>
        string.Join(", ", amounts.GroupBy(a => a.Currency).Select(g => Figures.Of(Money.Sum(g, g.Key).Abs())));

    private static void Proof(IReadOnlyList<BankPosition> positions, IReadOnlyList<AccountBalance> trial)
    {
        var table = Tables.New("Balance proof of the bank accounts", "account", "opening>", "entries>", "in the ledger (512)>", "by the bank>", "difference>");
        foreach (var position in positions)
        {
            var opening = position.FirstOpening?.Amount ?? Money.Zero(position.Currency);
            var ours = opening + position.EntryTotal;
            var banks = position.Closing?.Amount;
            table.AddRow(
                position.Account.Value, Figures.Of(opening), Figures.Of(position.EntryTotal), Figures.Of(ours),
                banks is { } stated ? Figures.Of(stated) : "not stated", banks is { } closing ? Figures.Of(closing - ours) : "-");
        }

        AnsiConsole.Write(table);
        foreach (var sum in trial.GroupBy(b => b.Balance.Currency))
        {
            var total = Money.Sum(sum.Select(b => b.Balance), sum.Key);
            AnsiConsole.MarkupLine($"Ledger: {string.Join(", ", sum.Where(b => !b.Balance.IsZero).Select(b => $"{b.Account} {Figures.Of(b.Balance)}"))}; together {(total.IsZero ? "[green]0[/]" : $"[red]{Figures.Of(total)}[/]")}\n");
        }
    }

    private static void Reminders(IReadOnlyList<AccountSummary> accounts, IReadOnlyList<DebtorAccount> loaded)
    {
        var made = loaded.SelectMany(a => a.Contacts.Values).Where(c => c.Result == ContactResult.Made).CountBy(c => c.Planned.Channel).ToList();
        AnsiConsole.MarkupLine(made.Count == 0 ? "No contact was due." : $"Due today and made: {string.Join(", ", made.OrderBy(m => m.Key).Select(m => $"{m.Value} {Words.Of(m.Key)}"))}");
        var planned = accounts.Where(a => a.NextAt is not null).OrderBy(a => a.NextAt).ThenBy(a => a.Id).ToList();
        var table = Tables.New("The next reminders", "when", "debtor", "stage", "open>", "held back by");
        foreach (var account in planned.Where(a => !a.HeldBy.IsEmpty).Take(MostReminders).Concat(planned.Where(a => a.HeldBy.IsEmpty).Take(MostReminders)))
            table.AddRow(
                $"{account.NextAt:yyyy-MM-dd HH:mm}", account.DebtorName, account.NextStage ?? "", Figures.Of(account.Open), string.Join(", ", account.HeldBy));
        AnsiConsole.Write(table);
        AnsiConsole.MarkupLine($"{planned.Count} accounts have a next reminder, {planned.Count(a => !a.HeldBy.IsEmpty)} of them held back\n");
    }
}
