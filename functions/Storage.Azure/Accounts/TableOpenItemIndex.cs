using System.Collections.Immutable;
using System.Text.Json;
using Azure.Data.Tables;
using Reconciliation.Domain.Ledger;
using Reconciliation.Domain.Matching;
using Reconciliation.Pipeline.Ports;
using Reconciliation.Storage.Azure.Tables;

namespace Reconciliation.Storage.Azure.Accounts;

/// <summary>
/// The open-item index in a table.
/// <para>The row of an account, partition <c>a|ACCOUNT</c>, says under which keys it stands and as of which version. The rows
/// in the partition of a key, <c>k|KEY</c>, are hints of it: they are written before it and taken away after it, so one may
/// be left over by a fall, and none is ever missing. A look-up reads hints alone: what is open is read from the accounts
/// that it finds anyway.</para>
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
        var hinted = new HashSet<string>(StringComparer.Ordinal);
        while (true)
        {
            var row = await FindAsync(account, cancellation);
            var known = row is null ? [] : KeysOf(row);
            var write = row?.GetInt32("Write") ?? 0;
            if (row?.GetInt32("Version") > version)
            {
                // A newer version was faster: what was hinted here in vain goes, unless that one wants it.
                await ForEachAsync(hinted.Except(known), (key, stop) => _hints.RemoveAsync(key, account, write, stop), cancellation);
                return;
            }

            await ForEachAsync(wanted.Except(known), (key, stop) => _hints.AddAsync(key, account, write + 1, stop), cancellation);
            hinted.UnionWith(wanted.Except(known));
            if (!await TryPutAsync(account, version, wanted, row, cancellation))
                continue;
            await ForEachAsync(known.Except(wanted), (key, stop) => _hints.RemoveAsync(key, account, write + 1, stop), cancellation);
            return;
        }
    }

    /// <inheritdoc/>
    public async Task<ImmutableArray<AccountId>> FindAsync(IReadOnlyCollection<IndexKey> keys, int most, CancellationToken cancellation)
    {
        var found = await TableRows.ForEachAsync(
            [.. keys.Select(key => key.Value).Distinct()], (key, stop) => _hints.UnderAsync(key, most, stop), cancellation);
        return [.. found.SelectMany(accounts => accounts).Distinct().Order(StringComparer.Ordinal).Select(AccountId.Parse)];
    }

    private static string Partition(AccountId account) => TableKey.Of($"a|{account}");

    private static HashSet<string> KeysOf(TableEntity row) =>
        JsonSerializer.Deserialize<string[]>(Packed.Text(row))!.ToHashSet(StringComparer.Ordinal);

    private static Task ForEachAsync(IEnumerable<string> keys, Func<string, CancellationToken, ValueTask> work, CancellationToken cancellation) =>
        Parallel.ForEachAsync(keys, new ParallelOptions { MaxDegreeOfParallelism = RequestsAtOnce, CancellationToken = cancellation }, work);

    private Task<TableEntity?> FindAsync(AccountId account, CancellationToken cancellation) =>
        TableRows.FindAsync(_table, Partition(account), KeysRow, cancellation);

    /// <summary>False where the row is no longer the one read.</summary>
    private async Task<bool> TryPutAsync(
        AccountId account, int version, IEnumerable<string> keys, TableEntity? read, CancellationToken cancellation)
    {
        var row = new TableEntity(Partition(account), KeysRow)
        {
            ["Account"] = account.ToString(), ["Version"] = version, ["Write"] = (read?.GetInt32("Write") ?? 0) + 1,
        };
        Packed.Put(row, JsonSerializer.Serialize(keys.Order(StringComparer.Ordinal)));
        return await TableRows.TryPutAsync(_table, row, read, cancellation);
    }
}
