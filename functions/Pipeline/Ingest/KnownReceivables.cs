using System.Collections.Immutable;
using Reconciliation.Domain.Ledger;

namespace Reconciliation.Pipeline.Ingest;

/// <summary>The accounts that an import touches, with their receivables by number.</summary>
internal sealed class KnownReceivables
{
    private readonly Dictionary<AccountId, DebtorAccount> _accounts;
    private readonly Dictionary<string, (AccountId Account, ReceivableState Receivable)> _byNumber;

    public KnownReceivables(ImmutableArray<DebtorAccount> accounts)
    {
        _accounts = accounts.ToDictionary(a => a.Id);
        _byNumber = accounts.SelectMany(a => a.Receivables.Values.Select(r => (a.Id, r)))
            .ToDictionary(known => known.r.Receivable.Number, StringComparer.Ordinal);
    }

    public IEnumerable<DebtorAccount> Accounts => _accounts.Values;

    public DebtorAccount Account(AccountId id) => _accounts.GetValueOrDefault(id) ?? DebtorAccount.Empty(id);

    public (AccountId Account, ReceivableState Receivable)? Find(string number) =>
        _byNumber.TryGetValue(number, out var known) ? known : null;

    /// <summary>Keeps what an account would become, so that later rows see earlier ones.</summary>
    public void Keep(DebtorAccount account, string number)
    {
        _accounts[account.Id] = account;
        _byNumber[number] = (account.Id, account.Receivables[number]);
    }
}
