using System.Collections.Concurrent;
using Reconciliation.Domain.Ledger;

namespace Reconciliation.Storage.Azure.Accounts;

/// <summary>
/// Accounts as they were last read, so that reading one again costs only the events since. Streams only grow, so what is
/// kept here is never wrong, at most behind.
/// </summary>
internal sealed class RecentAccounts
{
    private const int Most = 2000;

    private readonly ConcurrentDictionary<AccountId, DebtorAccount> _accounts = new();

    public DebtorAccount Find(AccountId account) => _accounts.GetValueOrDefault(account) ?? DebtorAccount.Empty(account);

    public void Keep(DebtorAccount account)
    {
        if (_accounts.Count >= Most)
            _accounts.Clear();
        _accounts.AddOrUpdate(account.Id, account, (_, known) => known.Version > account.Version ? known : account);
    }
}
