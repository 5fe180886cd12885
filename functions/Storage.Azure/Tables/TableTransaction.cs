using Azure;
using Azure.Data.Tables;
using Azure.Data.Tables.Models;

namespace Reconciliation.Storage.Azure.Tables;

/// <summary>
/// Entity-group transactions. What the service refuses is refused here too, because the emulator does not: more than
/// 100 entities, more than one partition.
/// </summary>
internal static class TableTransaction
{
    public const int MostEntities = 100;

    /// <summary>
    /// Writes all of it, or nothing: false where an entity to add is there, or one to replace or delete has changed or
    /// gone.
    /// </summary>
    public static async Task<bool> TryWriteAsync(
        TableClient table, IReadOnlyList<TableTransactionAction> actions, CancellationToken cancellation)
    {
        if (actions.Count is 0 or > MostEntities)
            throw new ArgumentException($"A transaction has 1 to {MostEntities} entities, not {actions.Count}.", nameof(actions));
        if (actions.Any(action => action.Entity.PartitionKey != actions[0].Entity.PartitionKey))
            throw new ArgumentException("A transaction stays within one partition.", nameof(actions));
        try
        {
            await table.SubmitTransactionAsync(actions, cancellation);
            return true;
        }
        catch (RequestFailedException refused) when (refused.Status is 409 or 412 || refused.ErrorCode == TableErrorCode.ResourceNotFound)
        {
            return false;
        }
    }

    /// <summary>
    /// Divides groups of actions that are not to be torn apart over as few transactions as take them, with room left in
    /// each for <paramref name="reserved"/> small entities.
    /// </summary>
    public static IEnumerable<List<T>> Divide<T>(IEnumerable<T> groups, Func<T, IReadOnlyList<TableTransactionAction>> actions, int reserved)
    {
        var part = new List<T>();
        var (count, bytes) = (reserved, 0L);
        foreach (var group in groups)
        {
            var (more, weight) = (actions(group).Count, actions(group).Sum(action => RowWeight.Of(action.Entity)));
            if (part.Count > 0 && (count + more > MostEntities || bytes + weight > RowWeight.MostOfATransaction))
            {
                yield return part;
                part = [];
                (count, bytes) = (reserved, 0L);
            }

            part.Add(group);
            (count, bytes) = (count + more, bytes + weight);
        }

        if (part.Count > 0)
            yield return part;
    }
}
