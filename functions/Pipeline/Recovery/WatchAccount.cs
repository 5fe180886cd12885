using Reconciliation.Domain.Ledger;
using Reconciliation.Pipeline.Ports;

namespace Reconciliation.Pipeline.Recovery;

/// <summary>Looks at an account and sets its alarm for the next look: for hosts whose alarms are a port.</summary>
public sealed class WatchAccount(RecoverAccount recover, IWakeUps wakeUps)
{
    /// <summary>Looks now.</summary>
    public async Task HandleAsync(AccountId account, CancellationToken cancellation)
    {
        var look = await recover.HandleAsync(account, cancellation);
        await wakeUps.SetAsync(account, look.LookAgainAt, cancellation);
    }
}
