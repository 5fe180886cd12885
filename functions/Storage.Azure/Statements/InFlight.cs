using Azure;
using Azure.Data.Tables;
using Reconciliation.Domain.Ledger;
using Reconciliation.Domain.Matching;
using Reconciliation.Pipeline.Ports;
using Reconciliation.Storage.Azure.Tables;

namespace Reconciliation.Storage.Azure.Statements;

/// <summary>
/// The rows that say for which accounts an entry is money in flight. They change with the entry, in its transaction. Where
/// a move changes more of them than that takes, the rows to add are written before it, and those to delete beyond
/// <see cref="MostInAMove"/> are left: none is ever missing, and readers ask the entry.
/// </summary>
internal static class InFlight
{
    public const int MostInAMove = 80;

    /// <summary>The accounts that an entry is in flight for.</summary>
    public static IReadOnlyCollection<AccountId> AccountsOf(EntryMatching matching) =>
        matching.State == EntryState.Explained ? [] : matching.Accounts;

    /// <summary>What a move changes.</summary>
    public static (List<TableEntity> Added, List<TableEntity> Deleted) Changes(EntryRecord before, EntryRecord after)
    {
        var (old, next) = (AccountsOf(before.Matching), AccountsOf(after.Matching));
        return ([.. next.Except(old).Select(account => Row(account, after))], [.. old.Except(next).Select(account => Row(account, after))]);
    }

    /// <summary>The part of a move's transaction; rows to add that it does not take are written already.</summary>
    public static async Task<IReadOnlyList<TableTransactionAction>> PrepareAsync(
        TableClient table, EntryRecord before, EntryRecord after, CancellationToken cancellation)
    {
        var (added, deleted) = Changes(before, after);
        if (added.Count + deleted.Count > MostInAMove)
        {
            foreach (var part in added.Chunk(TableTransaction.MostEntities))
                await TableTransaction.TryWriteAsync(table, [.. part.Select(Put)], cancellation);
            added = [];
        }

        return [.. added.Select(Put), .. deleted.Take(MostInAMove).Select(row => new TableTransactionAction(TableTransactionActionType.Delete, row, ETag.All))];
    }

    private static TableTransactionAction Put(TableEntity row) => new(TableTransactionActionType.UpsertReplace, row);

    private static TableEntity Row(AccountId account, EntryRecord entry) =>
        new(EntryKey.Partition(entry.Payment.Id), EntryKey.InFlight(account, entry.Payment.Id)) { ["Entry"] = entry.Payment.Id };
}
