using Azure;
using Azure.Data.Tables;
using Azure.Data.Tables.Models;

namespace Reconciliation.Storage.Azure.Tables;

/// <summary>Single rows and ranges of rows within a partition.</summary>
internal static class TableRows
{
    private const int RequestsAtOnce = 8;
    private const string Attempt = "PutBy";

    /// <summary>The row under a key; null where there is none.</summary>
    public static async Task<TableEntity?> FindAsync(TableClient table, string partition, string row, CancellationToken cancellation)
    {
        NullableResponse<TableEntity> found = await table.GetEntityIfExistsAsync<TableEntity>(partition, row, cancellationToken: cancellation);
        return found.HasValue ? found.Value : null;
    }

    /// <summary>The rows after one key and before another, both exclusive, in order.</summary>
    public static AsyncPageable<TableEntity> Between(
        TableClient table, string partition, string after, string before, CancellationToken cancellation, int? pageSize = null) =>
        table.QueryAsync<TableEntity>(
            TableClient.CreateQueryFilter($"PartitionKey eq {partition} and RowKey gt {after} and RowKey lt {before}"), pageSize, cancellationToken: cancellation);

    /// <summary>
    /// Puts a row in the place of the one that was read, or of none; false where it is another by now. The client repeats a
    /// request whose answer was lost, so each row that is put says by which attempt.
    /// </summary>
    public static async Task<bool> TryPutAsync(TableClient table, TableEntity row, TableEntity? read, CancellationToken cancellation)
    {
        var attempt = Guid.NewGuid().ToString("N");
        row[Attempt] = attempt;
        return await TriedAsync(
                read is null ? table.AddEntityAsync(row, cancellation) : table.UpdateEntityAsync(row, read.ETag, TableUpdateMode.Replace, cancellation))
            || (await FindAsync(table, row.PartitionKey, row.RowKey, cancellation))?.GetString(Attempt) == attempt;
    }

    /// <summary>Deletes a row as of an ETag; false where it is another by now. One that is gone counts as deleted.</summary>
    public static Task<bool> TryDeleteAsync(TableClient table, TableEntity row, CancellationToken cancellation) =>
        TriedAsync(table.DeleteEntityAsync(row.PartitionKey, row.RowKey, row.ETag, cancellation));

    /// <summary>Works on several things at once, as many as do not burden the service.</summary>
    public static async Task<TResult[]> ForEachAsync<T, TResult>(
        IReadOnlyList<T> items, Func<T, CancellationToken, Task<TResult>> work, CancellationToken cancellation)
    {
        var results = new TResult[items.Count];
        await Parallel.ForAsync(
            0, items.Count, new ParallelOptions { MaxDegreeOfParallelism = RequestsAtOnce, CancellationToken = cancellation },
            async (n, stop) => results[n] = await work(items[n], stop));
        return results;
    }

    private static async Task<bool> TriedAsync(Task<Response> request)
    {
        try
        {
            await request;
            return true;
        }
        catch (RequestFailedException refused) when (refused.Status is 409 or 412 || refused.ErrorCode == TableErrorCode.ResourceNotFound)
        {
            return false;
        }
    }
}
