using System.Runtime.CompilerServices;
using Azure;
using Azure.Data.Tables;
using Reconciliation.Domain.Ledger;
using Reconciliation.Storage.Azure.Tables;

namespace Reconciliation.Storage.Azure.Accounts;

/// <summary>
/// Which accounts may stand under a key. A hint bears the number of the write to the account's row that asked for it
/// last, and no earlier write takes it away: a slow writer never removes what a faster one relies on.
/// </summary>
internal sealed class KeyHints(TableClient table)
{
    /// <summary>The accounts under a key, read in pages.</summary>
    public async IAsyncEnumerable<string> UnderAsync(string key, int pageSize, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var rows = table.QueryAsync<TableEntity>(
            TableClient.CreateQueryFilter($"PartitionKey eq {Partition(key)}"), Math.Clamp(pageSize, 1, 1000), ["Account"], cancellation);
        await foreach (var row in rows)
            yield return row.GetString("Account");
    }

    /// <summary>Puts a hint, or raises the number of the one that is there.</summary>
    public async ValueTask AddAsync(string key, AccountId account, int write, CancellationToken cancellation)
    {
        var hint = new TableEntity(Partition(key), Row(account)) { ["Account"] = account.ToString(), ["Write"] = write };
        while (true)
        {
            var found = await FindAsync(key, account, cancellation);
            if (found?.GetInt32("Write") >= write)
                return;
            if (found is null ? await TriedAsync(table.AddEntityAsync(hint, cancellation))
                : await TriedAsync(table.UpdateEntityAsync(hint, found.ETag, TableUpdateMode.Replace, cancellation)))
                return;
        }
    }

    /// <summary>Takes a hint away unless a later write asked for it.</summary>
    public async ValueTask RemoveAsync(string key, AccountId account, int write, CancellationToken cancellation)
    {
        while (await FindAsync(key, account, cancellation) is { } found && found.GetInt32("Write") <= write)
        {
            if (await TriedAsync(table.DeleteEntityAsync(found.PartitionKey, found.RowKey, found.ETag, cancellation)))
                return;
        }
    }

    private static string Partition(string key) => TableKey.Of($"k|{key}");

    private static string Row(AccountId account) => TableKey.Of(account.ToString());

    private static async Task<bool> TriedAsync(Task<Response> request)
    {
        try
        {
            await request;
            return true;
        }
        catch (RequestFailedException refused) when (refused.Status is 404 or 409 or 412)
        {
            return false;
        }
    }

    private async Task<TableEntity?> FindAsync(string key, AccountId account, CancellationToken cancellation)
    {
        NullableResponse<TableEntity> found =
            await table.GetEntityIfExistsAsync<TableEntity>(Partition(key), Row(account), cancellationToken: cancellation);
        return found.HasValue ? found.Value : null;
    }
}
