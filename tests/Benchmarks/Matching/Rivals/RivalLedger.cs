using Reconciliation.Domain.Matching;
using Reconciliation.Domain.Receivables;

namespace Reconciliation.Benchmarks.Matching.Rivals;

/// <summary>An open entry as ledgers of others hold it: a term is an entry of its own with the number of its invoice.</summary>
internal sealed class RivalEntry(OpenItem item, int order)
{
    public OpenItem Item { get; } = item;

    /// <summary>Its place in the ledger.</summary>
    public int Order { get; } = order;

    public string Number { get; } = item.Receivable.Number.ToUpperInvariant();

    public string? ExternalNumber { get; } = item.Receivable.OrderNumber?.ToUpperInvariant();

    public long Open { get; } = item.Open.MinorUnits;

    /// <summary>What applications so far leave.</summary>
    public long Remaining { get; set; } = item.Open.MinorUnits;

    /// <summary>What is open less the discount, while that is in time.</summary>
    public long OpenOn(DateOnly day) =>
        Item.Instalment is null && Item.Receivable.Discount is { } discount && day <= discount.Until ? Open - discount.Amount.MinorUnits : Open;
}

/// <summary>A debtor of the ledger with its entries of money owed.</summary>
internal sealed class RivalDebtor(Debtor debtor)
{
    public Debtor Debtor { get; } = debtor;

    public string Name { get; } = debtor.Name.ToUpperInvariant();

    public List<RivalEntry> Entries { get; } = [];
}

/// <summary>
/// The open entries with look-ups, which the originals have not: they compare every pair, or ask their database. Here
/// a candidate shares an amount, an account, a word of the name or a token of a number; no other pair could pass their rules.
/// </summary>
internal sealed class RivalLedger
{
    private readonly Dictionary<string, RivalDebtor> _debtors = new(StringComparer.Ordinal);
    private readonly Dictionary<long, List<RivalEntry>> _byAmount = [];
    private readonly Dictionary<string, List<RivalEntry>> _byToken = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<RivalDebtor>> _byAccount = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<RivalDebtor>> _byWord = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _names = new(StringComparer.Ordinal);

    public RivalLedger(IEnumerable<OpenItem> items)
    {
        Entries = [.. items.Where(item => item.Open.IsPositive).Select((item, order) => new RivalEntry(item, order))];
        foreach (var entry in Entries)
            Add(entry);
    }

    public IReadOnlyList<RivalEntry> Entries { get; }

    public IReadOnlyList<RivalEntry> OfAmount(long cents) => _byAmount.GetValueOrDefault(cents) ?? [];

    /// <summary>Entries one of whose numbers has this token for its longest.</summary>
    public IReadOnlyList<RivalEntry> OfToken(string token) => _byToken.GetValueOrDefault(token) ?? [];

    public IReadOnlyList<RivalDebtor> OfAccount(string? account) => account is null ? [] : _byAccount.GetValueOrDefault(account) ?? [];

    public IReadOnlyList<RivalDebtor> OfWord(string word) => _byWord.GetValueOrDefault(word) ?? [];

    public RivalDebtor DebtorOf(RivalEntry entry) => _debtors[entry.Item.Debtor.Id];

    public bool IsOnlyOfItsName(RivalDebtor debtor) => _names[debtor.Name] == 1;

    private void Add(RivalEntry entry)
    {
        var debtor = DebtorFor(entry.Item.Debtor);
        debtor.Entries.Add(entry);
        Put(_byAmount, entry.Open, entry);
        if (entry.Item.Receivable.Discount is { } discount && entry.Item.Instalment is null)
            Put(_byAmount, entry.Open - discount.Amount.MinorUnits, entry);
        Put(_byToken, RivalText.LongestToken(entry.Number), entry);
        if (entry.ExternalNumber is { } external)
            Put(_byToken, RivalText.LongestToken(external), entry);
        if (entry.Item.Receivable.StructuredReference is { } reference)
            Put(_byToken, RivalText.Compact(reference), entry);
    }

    private RivalDebtor DebtorFor(Debtor debtor)
    {
        if (_debtors.TryGetValue(debtor.Id, out var known))
            return known;
        var added = _debtors[debtor.Id] = new RivalDebtor(debtor);
        _names[added.Name] = _names.GetValueOrDefault(added.Name) + 1;
        foreach (var account in debtor.Ibans)
            Put(_byAccount, account.Value, added);
        foreach (var word in RivalText.Tokens(added.Name).Where(word => word.Length >= 3).Distinct())
            Put(_byWord, word, added);
        return added;
    }

    private static void Put<TKey, T>(Dictionary<TKey, List<T>> lists, TKey key, T value)
        where TKey : notnull
    {
        if (!lists.TryGetValue(key, out var list))
            lists.Add(key, list = []);
        list.Add(value);
    }
}
