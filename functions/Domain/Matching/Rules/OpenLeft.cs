using System.Collections.Immutable;
using Reconciliation.Domain.Ledger;

namespace Reconciliation.Domain.Matching.Rules;

/// <summary>What is open, less what decisions of this run took of it.</summary>
internal sealed class OpenLeft(OpenItems open)
{
    private readonly Dictionary<(AccountId Account, string Receivable, int? Instalment), Money> _taken = [];
    private readonly HashSet<AccountId> _touched = [];
    private OpenItems? _now;

    /// <summary>The items as they are left.</summary>
    public OpenItems Now => _taken.Count == 0 ? open : _now ??= OpenItems.Of(open.Accounts.SelectMany(account => OfAccount(account.Id)));

    /// <summary>Counts anew which accounts something is taken of.</summary>
    public void BeginTouching() => _touched.Clear();

    /// <summary>True where something of an account was taken.</summary>
    public bool IsTouched(AccountId account) => _touched.Contains(account);

    /// <summary>The items of an account as they are left.</summary>
    public IEnumerable<OpenItem> OfAccount(AccountId account) =>
        open.OfAccount(account).Select(item => _taken.TryGetValue(KeyOf(item), out var taken) ? item with { Open = item.Open - taken } : item);

    /// <summary>The items found under a key as they are left.</summary>
    public IEnumerable<OpenItem> Find(IndexKey key) =>
        open.Find(key).Select(item => _taken.TryGetValue(KeyOf(item), out var taken) ? item with { Open = item.Open - taken } : item);

    /// <summary>Takes what an explanation settles.</summary>
    public void Take(Explanation explanation)
    {
        if (explanation is not Settlement settlement)
            return;
        foreach (var share in settlement.Shares)
        {
            _touched.Add(share.Account);
            foreach (var part in share.Allocations.Concat(share.Discounts).Concat(share.Charges).Concat(share.WriteOffs))
                Take(share.Account, part);
        }

        _now = null;
    }

    private void Take(AccountId account, Allocation part)
    {
        var key = (account, part.Receivable, part.Instalment);
        _taken[key] = _taken.TryGetValue(key, out var before) ? before + part.Amount : part.Amount;
    }

    private static (AccountId Account, string Receivable, int? Instalment) KeyOf(OpenItem item) =>
        (item.Account, item.Receivable.Number, item.Instalment);
}
