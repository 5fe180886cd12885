using Reconciliation.Pipeline.Ports;

namespace Reconciliation.Pipeline.Recovery;

/// <summary>Looks at every account, so that none is forgotten whatever message was lost, and after the bank's files of the day.</summary>
public sealed class SweepAccounts(IAccountStreams streams, RecoverAccount recover)
{
    /// <summary>Looks at every account once; says after each how many were looked at.</summary>
    public async Task HandleAsync(Action<int>? looked, CancellationToken cancellation)
    {
        var count = 0;
        await foreach (var account in streams.AccountsAsync(cancellation))
        {
            await recover.HandleAsync(account, cancellation);
            looked?.Invoke(++count);
        }
    }
}
