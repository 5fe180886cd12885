using Reconciliation.Domain.Ledger;
using Reconciliation.Domain.Reporting;
using Reconciliation.Pipeline.Ports;

namespace Reconciliation.Host.Local.Demo;

/// <summary>What the demonstration shows of a ledger: read from the ports, as any page would.</summary>
internal static class DemoTables
{
    private static readonly PageRequest All = new(1000);

    public static async Task WriteAsync(IServiceProvider services, CancellationToken cancellation)
    {
        var statements = services.GetRequiredService<IStatementStore>();
        var queries = services.GetRequiredService<ILedgerQueries>();
        FilesTable.Write((await statements.FilesAsync(null, All, cancellation)).Items);
        EntriesTable.Write((await statements.EntriesAsync(new EntryFilter([]), All, cancellation)).Items);
        ProofTable.Write(await statements.PositionsAsync(cancellation), await queries.TrialBalanceAsync(cancellation));
        var accounts = await AccountsAsync(services, cancellation);
        AgedBalanceTable.Write(AgedBalance.Of(accounts, DateOnly.FromDateTime(DemoMonth.Today.DateTime)));
        RemindersTable.Write((await queries.AccountsAsync(All, cancellation)).Items, accounts);
    }

    private static async Task<List<DebtorAccount>> AccountsAsync(IServiceProvider services, CancellationToken cancellation)
    {
        var streams = services.GetRequiredService<IAccountStreams>();
        var ids = await streams.AccountsAsync(cancellation).ToListAsync(cancellation);
        return [.. await streams.LoadAsync(ids, cancellation)];
    }
}
