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
    /// <summary>The accounts under a key; none where there are more than <paramref name="most"/>.</summary>
    public async Task<List<string>> UnderAsync(string key, int most, CancellationToken cancellation)
    {
        var accounts = new List<string>();
        var rows = table.QueryAsync<TableEntity>(
            TableClient.CreateQueryFilter($"PartitionKey eq {Partition(key)}"), Math.Clamp(most + 1, 1, 1000), ["Account"], cancellation);
        await foreach (var row in rows)
        {
            if (accounts.Count == most)
                return [];
            accounts.Add(row.GetString("Account"));
        }

        return accounts;
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
            if (await TableRows.TryPutAsync(table, hint, found, cancellation))
                return;
        }
    }

    /// <summary>Takes a hint away unless a later write asked for it.</summary>
    public async ValueTask RemoveAsync(string key, AccountId account, int write, CancellationToken cancellation)
    {
        while (await FindAsync(key, account, cancellation) is { } found && found.GetInt32("Write") <= write)
        {
            if (await TableRows.TryDeleteAsync(table, found, cancellation))
                return;
        }
    }

    private static string Partition(string key) => TableKey.Of($"k|{key}");

    private static string Row(AccountId account) => TableKey.Of(account.ToString());

    private Task<TableEntity?> FindAsync(string key, AccountId account, CancellationToken cancellation) =>
        TableRows.FindAsync(table, Partition(key), Row(account), cancellation);
}
