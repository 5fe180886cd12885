using System.Collections.Immutable;
using Reconciliation.Domain.Ledger;
using Reconciliation.Domain.Matching;

namespace Reconciliation.Pipeline.Ports;

/// <summary>
/// Finds the accounts whose receivables a payment may concern. It follows from the streams, may lag behind them and can
/// be rebuilt from them: what is open is always read from the account itself.
/// </summary>
public interface IOpenItemIndex
{
    /// <summary>
    /// Sets the keys of an account as of a version of its stream; an older version than the one known changes nothing.
    /// </summary>
    Task ReplaceAsync(AccountId account, int version, ImmutableArray<IndexKey> keys, CancellationToken cancellation);

    /// <summary>
    /// The accounts under each key. A key under which more than <paramref name="most"/> accounts stand says nothing of a
    /// payment and is left out.
    /// </summary>
    Task<ImmutableArray<AccountId>> FindAsync(IReadOnlyCollection<IndexKey> keys, int most, CancellationToken cancellation);

    /// <summary>Those of the keys under which more than <paramref name="most"/> accounts stand, which <see cref="FindAsync"/> leaves out.</summary>
    Task<IReadOnlySet<IndexKey>> CommonAsync(IReadOnlyCollection<IndexKey> keys, int most, CancellationToken cancellation);
}
