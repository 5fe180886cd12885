using Azure;
using Azure.Data.Tables;

namespace Reconciliation.Storage.Azure.Tables;

/// <summary>
/// Entity-group transactions. What the service refuses is refused here too, because the emulator does not: more than
/// 100 entities, more than one partition.
/// </summary>
internal static class TableTransaction
{
    public const int MostEntities = 100;

    /// <summary>Writes all of it, or nothing: false where an entity to add is there, or one to replace has changed.</summary>
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
        catch (RequestFailedException refused) when (refused.Status is 409 or 412)
        {
            return false;
        }
    }
}
