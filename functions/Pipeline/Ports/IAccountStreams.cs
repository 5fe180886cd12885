using System.Collections.Immutable;
using Reconciliation.Domain.Ledger;

namespace Reconciliation.Pipeline.Ports;

/// <summary>
/// The append-only streams of events of debtor accounts.
/// <para>An append is whole or absent. It names the version it was decided on and is refused where the stream has moved
/// on. It publishes <see cref="Messages.AccountChanged"/> at least once, and the postings of its events with it.</para>
/// </summary>
public interface IAccountStreams
{
    /// <summary>The account as its events make it; the empty account where there are none.</summary>
    Task<DebtorAccount> LoadAsync(AccountId account, CancellationToken cancellation);

    /// <summary>Several accounts at once, in no particular order.</summary>
    Task<ImmutableArray<DebtorAccount>> LoadAsync(IReadOnlyCollection<AccountId> accounts, CancellationToken cancellation);

    /// <summary>The events of an account after a version, in order.</summary>
    Task<ImmutableArray<AccountEvent>> EventsAsync(AccountId account, int afterVersion, CancellationToken cancellation);

    /// <summary>Appends events to a stream that is at <paramref name="expectedVersion"/>; false where it is not.</summary>
    Task<bool> AppendAsync(AccountId account, int expectedVersion, ImmutableArray<AccountEvent> events, CancellationToken cancellation);

    /// <summary>Every account that has events, in order of its key as a text, character by character.</summary>
    IAsyncEnumerable<AccountId> AccountsAsync(CancellationToken cancellation);
}
