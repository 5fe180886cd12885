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
        if (keys.Count == 0)
            return [];
        var hashes = KeyHash.Of(keys);
        var answers = await Task.WhenAll(_parts.Select(part => part.FindAsync(hashes, cancellation)));
        var found = new SortedSet<string>(StringComparer.Ordinal);
        for (var key = 0; key < hashes.Length; key++)
        {
            if (answers.Sum(answer => answer[key].Length) <= most)
                found.UnionWith(answers.SelectMany(answer => answer[key]));
        }

        return [.. found.Select(AccountId.Parse)];
    }
}
