using Reconciliation.Domain;
using Reconciliation.Pipeline.Ports;

namespace Reconciliation.Host.Local.Demo;

/// <summary>A mark of everything in a ledger: equal marks, equal ledgers.</summary>
internal static class LedgerMark
{
    public static async Task<string> OfAsync(IServiceProvider services, CancellationToken cancellation)
    {
        var streams = services.GetRequiredService<IAccountStreams>();
        var queries = services.GetRequiredService<ILedgerQueries>();
        var parts = new List<string>();
        await foreach (var account in streams.AccountsAsync(cancellation))
            parts.Add($"{account}:{(await streams.LoadAsync(account, cancellation)).Version}");
        parts.AddRange((await queries.TrialBalanceAsync(cancellation)).Select(b => $"{b.Account}:{b.Balance}"));
        parts.AddRange((await queries.EntryCountsAsync(cancellation)).OrderBy(c => c.Key).Select(c => $"{c.Key}:{c.Value}"));
        return DeterministicId.Of([.. parts]);
    }
}
