using System.Collections.Immutable;
using System.Text.Json;
using Azure;
using Azure.Data.Tables;
using Reconciliation.Domain.Ledger;
using Reconciliation.Domain.Matching;
using Reconciliation.Pipeline.Ports;
using Reconciliation.Storage.Azure.Tables;

namespace Reconciliation.Storage.Azure.Accounts;

/// <summary>
/// The open-item index in a table.
/// <para>The row of an account, partition <c>a|ACCOUNT</c>, says under which keys it stands and as of which version; only
/// it counts. The rows in the partition of a key, <c>k|KEY</c>, are hints that lead to it: they are written before it and
/// taken away after it, so one may be left over by a fall, and none is ever missing.</para>
/// </summary>
public sealed class TableOpenItemIndex : IOpenItemIndex
{
    private const string KeysRow = "keys";
    private const int RequestsAtOnce = 8;

    private readonly TableClient _table;
    private readonly KeyHints _hints;

    internal TableOpenItemIndex(TableClient table)
    {
        _table = table;
        _hints = new KeyHints(table);
    }

    /// <inheritdoc/>
    public async Task ReplaceAsync(AccountId account, int version, ImmutableArray<IndexKey> keys, CancellationToken cancellation)
    {
        var wanted = keys.Select(key => key.Value).ToHashSet(StringComparer.Ordinal);
        while (true)
        {
            var row = await FindAsync(account, cancellation);
            if (row?.GetInt32("Version") > version)
                return;
            var known = row is null ? [] : KeysOf(row);
            var write = (row?.GetInt32("Write") ?? 0) + 1;
            await ForEachAsync(wanted.Except(known), (key, stop) => _hints.AddAsync(key, account, write, stop), cancellation);
            if (!await TryPutAsync(account, version, wanted, row, cancellation))
                continue;
            await ForEachAsync(known.Except(wanted), (key, stop) => _hints.RemoveAsync(key, account, write, stop), cancellation);
            return;
        }
    }

    /// <inheritdoc/>
    public async Task<ImmutableArray<AccountId>> FindAsync(IReadOnlyCollection<IndexKey> keys, int most, CancellationToken cancellation)
    {
        var rows = new Dictionary<string, HashSet<string>>(StringComparer.Ordinal);
        var found = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var key in keys.Select(key => key.Value).Distinct())
        {
            var under = new List<string>();
            await foreach (var account in _hints.UnderAsync(key, most + 1, cancellation))
            {
                if (!rows.TryGetValue(account, out var known))
                    rows[account] = known = await FindAsync(AccountId.Parse(account), cancellation) is { } row ? KeysOf(row) : [];
                if (known.Contains(key))
                    under.Add(account);
                if (under.Count > most)
                    break;
            }

            if (under.Count <= most)
                found.UnionWith(under);
        }

        return [.. found.Select(AccountId.Parse)];
    }

    private static string Partition(AccountId account) => TableKey.Of($"a|{account}");

    private static HashSet<string> KeysOf(TableEntity row) =>
        JsonSerializer.Deserialize<string[]>(Packed.Text(row))!.ToHashSet(StringComparer.Ordinal);

    private static Task ForEachAsync(IEnumerable<string> keys, Func<string, CancellationToken, ValueTask> work, CancellationToken cancellation) =>
        Parallel.ForEachAsync(keys, new ParallelOptions { MaxDegreeOfParallelism = RequestsAtOnce, CancellationToken = cancellation }, work);

    private async Task<TableEntity?> FindAsync(AccountId account, CancellationToken cancellation)
    {
        NullableResponse<TableEntity> found =
            await _table.GetEntityIfExistsAsync<TableEntity>(Partition(account), KeysRow, cancellationToken: cancellation);
        return found.HasValue ? found.Value : null;
    }

    /// <summary>False where the row is no longer the one read.</summary>
    private async Task<bool> TryPutAsync(
        AccountId account, int version, IEnumerable<string> keys, TableEntity? read, CancellationToken cancellation)
    {
        var row = new TableEntity(Partition(account), KeysRow)
        {
            ["Account"] = account.ToString(), ["Version"] = version, ["Write"] = (read?.GetInt32("Write") ?? 0) + 1,
        };
        Packed.Put(row, JsonSerializer.Serialize(keys.Order(StringComparer.Ordinal)));
        try
        {
            if (read is null)
                await _table.AddEntityAsync(row, cancellation);
            else
                await _table.UpdateEntityAsync(row, read.ETag, TableUpdateMode.Replace, cancellation);
            return true;
        }
        catch (RequestFailedException refused) when (refused.Status is 409 or 412)
        {
            return false;
        }
    }
}
