using System.Collections.Immutable;
using Azure.Data.Tables;
using Reconciliation.Domain.Ledger;
using Reconciliation.Domain.Matching;
using Reconciliation.Pipeline.Ports;

namespace Reconciliation.Storage.Azure.OpenItems;

/// <summary>
/// The open-item index: a log in a table, and what it comes to in the memory of each process that uses it.
/// <para>A look-up first reads what was logged since the last one, one request a part, however many keys are looked up; a
/// new process reads the log once, a row an account. Asking the table for each key would cost several requests for each
/// entry, nearly all of them answered with nothing.</para>
/// </summary>
public sealed class TableOpenItemIndex : IOpenItemIndex
{
    private readonly ImmutableArray<IndexPart> _parts;

    internal TableOpenItemIndex(TableClient table) => _parts = IndexPart.All(table);

    /// <inheritdoc/>
    public Task ReplaceAsync(AccountId account, int version, ImmutableArray<IndexKey> keys, CancellationToken cancellation) =>
        _parts[IndexPart.Of(account)].ReplaceAsync(new IndexedAccount(account.ToString(), version, KeyHash.Of(keys)), cancellation);

    /// <inheritdoc/>
    public async Task<ImmutableArray<AccountId>> FindAsync(IReadOnlyCollection<IndexKey> keys, int most, CancellationToken cancellation)
    {
        var hits = await HitsAsync([.. keys], cancellation);
        var found = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var under in hits.Where(under => under.Count <= most))
            found.UnionWith(under);
        return [.. found.Select(AccountId.Parse)];
    }

    /// <inheritdoc/>
    public async Task<IReadOnlySet<IndexKey>> CommonAsync(IReadOnlyCollection<IndexKey> keys, int most, CancellationToken cancellation)
    {
        ImmutableArray<IndexKey> asked = [.. keys];
        var hits = await HitsAsync(asked, cancellation);
        return asked.Where((_, place) => hits[place].Count > most).ToHashSet();
    }

    // The accounts under each key, in the keys' order.
    private async Task<List<List<string>>> HitsAsync(ImmutableArray<IndexKey> keys, CancellationToken cancellation)
    {
        if (keys.IsEmpty)
            return [];
        var hashes = keys.Select(KeyHash.Of).ToImmutableArray();
        var answers = await Task.WhenAll(_parts.Select(part => part.FindAsync(hashes, cancellation)));
        return [.. Enumerable.Range(0, hashes.Length).Select(key => answers.SelectMany(answer => answer[key]).ToList())];
    }
}
