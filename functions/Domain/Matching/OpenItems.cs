using System.Collections.Immutable;
using Reconciliation.Domain.Ledger;
using Reconciliation.Domain.Matching.Reading;
using Reconciliation.Domain.Matching.Weighing;

namespace Reconciliation.Domain.Matching;

/// <summary>
/// The open items with an index over them. It never changes; building it takes a pass over the items, a look-up as long
/// as there are hits.
/// </summary>
public sealed class OpenItems
{
    private readonly Dictionary<AccountId, OpenAccount> _byId;
    private readonly ILookup<string, OpenAccount> _byDebtor;
    private readonly Postings<OpenDocument> _documents = new();
    private readonly Postings<OpenAccount> _accounts = new();

    private OpenItems(List<OpenAccount> accounts, int count)
    {
        Accounts = accounts;
        Count = count;
        _byId = accounts.ToDictionary(account => account.Id);
        _byDebtor = accounts.ToLookup(account => account.Debtor.Id, StringComparer.Ordinal);
        foreach (var account in accounts)
            Index(account);
    }

    /// <summary>No items.</summary>
    public static OpenItems Empty { get; } = Of([]);

    /// <summary>How many items there are.</summary>
    public int Count { get; }

    /// <summary>The accounts of the items, in order of their keys.</summary>
    internal IReadOnlyList<OpenAccount> Accounts { get; }

    /// <summary>
    /// Indexes items, whatever their order. An item given twice counts once; two different items of one account,
    /// receivable and term are a bug and throw <see cref="ArgumentException"/>.
    /// </summary>
    public static OpenItems Of(IEnumerable<OpenItem> items)
    {
        var byAccount = new Dictionary<AccountId, List<OpenItem>>();
        foreach (var item in items)
        {
            if (!byAccount.TryGetValue(item.Account, out var known))
                byAccount.Add(item.Account, known = []);
            known.Add(item);
        }

        var count = 0;
        var accounts = new List<OpenAccount>(byAccount.Count);
        foreach (var id in byAccount.Keys.Order())
        {
            var account = new OpenAccount(id, byAccount[id], count);
            accounts.Add(account);
            count += account.PartCount;
        }

        return new OpenItems(accounts, count);
    }

    /// <summary>The items under a key, in order of account, due date and number; none where the key is unknown.</summary>
    public ImmutableArray<OpenItem> Find(IndexKey key) =>
    [
        .. _documents.Find(key).Concat(_accounts.Find(key).SelectMany(account => account.Documents)).Distinct()
            .SelectMany(document => document.Parts).Select(part => part.Item).Where(item => IndexKeys.Of(item).Contains(key)),
    ];

    /// <summary>The items of an account, in order of due date and number; none where the account is unknown.</summary>
    public ImmutableArray<OpenItem> OfAccount(AccountId account) =>
        _byId.TryGetValue(account, out var known) ? [.. known.Documents.SelectMany(d => d.Parts).Select(p => p.Item)] : [];

    /// <summary>The documents with a reference or amount.</summary>
    internal IReadOnlyList<OpenDocument> DocumentsWith(IndexKey key) => _documents.Find(key);

    /// <summary>The accounts whose debtor has a name word, bank account or customer number.</summary>
    internal IReadOnlyList<OpenAccount> AccountsWith(IndexKey key) => _accounts.Find(key);

    /// <summary>The accounts of a debtor, with any creditor and in any currency.</summary>
    internal IEnumerable<OpenAccount> AccountsOf(string debtor) => _byDebtor[debtor];

    private void Index(OpenAccount account)
    {
        foreach (var key in IndexKeys.OfDebtor(account.Debtor, account.Name).Distinct())
            _accounts.Add(key, account);
        foreach (var document in account.Documents)
        {
            foreach (var key in IndexKeys.OfDocument(document.Receivable, document.Number))
                _documents.Add(key, document);
            foreach (var part in document.Parts)
            {
                foreach (var key in IndexKeys.OfAmounts(part.Item))
                    _documents.Add(key, document);
            }
        }
    }
}
