using Reconciliation.Pipeline.Matching;
using Reconciliation.Pipeline.Ports;

namespace Reconciliation.Pipeline.Recovery;

/// <summary>
/// Looks at every entry without explanation and at every account, so that none is forgotten whatever message was lost:
/// after the bank's files of the day, and once a night.
/// </summary>
public sealed class SweepAccounts(IAccountStreams streams, MatchEntries matchEntries, WatchAccount watch)
{
    /// <summary>Looks at everything once; says after each account how many were looked at.</summary>
    public async Task HandleAsync(Action<int>? looked, CancellationToken cancellation)
    {
        await matchEntries.LookAgainAsync(cancellation);
        var count = 0;
        await foreach (var account in streams.AccountsAsync(cancellation))
        {
            await watch.HandleAsync(account, cancellation);
            looked?.Invoke(++count);
        }
    }
}
