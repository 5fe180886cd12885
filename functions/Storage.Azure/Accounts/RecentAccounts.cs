using System.Collections.Concurrent;
using Reconciliation.Domain.Ledger;

namespace Reconciliation.Storage.Azure.Accounts;

/// <summary>An account as it was read.</summary>
/// <param name="Account">The account.</param>
/// <param name="Head">Its head of the same version; null where that was not read with it.</param>
internal sealed record RecentAccount(DebtorAccount Account, AccountHead? Head);

/// <summary>
/// Accounts as they were last read, so that reading one again costs only the events since, and appending to it no read of
/// its head. Streams only grow, so what is kept here is never wrong, at most behind.
/// </summary>
internal sealed class RecentAccounts
{
    private const int Most = 2000;

    private readonly ConcurrentDictionary<AccountId, RecentAccount> _accounts = new();

    public DebtorAccount Find(AccountId account) => _accounts.GetValueOrDefault(account)?.Account ?? DebtorAccount.Empty(account);

    /// <summary>The head of an account at a version; null where it is not in mind.</summary>
    public AccountHead? FindHead(AccountId account, int version) =>
        _accounts.GetValueOrDefault(account)?.Head is { } head && head.Version == version ? head : null;

    public void Keep(DebtorAccount account, AccountHead? head)
    {
        if (_accounts.Count >= Most)
            _accounts.Clear();
        var read = new RecentAccount(account, head);
        _accounts.AddOrUpdate(account.Id, read, (_, known) => known.Account.Version > account.Version ? known : read);
    }
}
