using Reconciliation.Domain.Ledger;

namespace Reconciliation.Pipeline.Ports;

/// <summary>
/// The alarm clock of each account: one instant at most. It holds no rule and no state of recovery; what is to be done
/// is asked anew when it rings.
/// </summary>
public interface IWakeUps
{
    /// <summary>Sets the instant at which an account is looked at again; null for none.</summary>
    Task SetAsync(AccountId account, DateTimeOffset? at, CancellationToken cancellation);
}
