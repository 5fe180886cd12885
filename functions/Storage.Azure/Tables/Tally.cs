using Azure;
using Azure.Data.Tables;

namespace Reconciliation.Storage.Azure.Tables;

/// <summary>
/// Sums that many writers add to at once. Each transaction that changes what is counted adds a small row <c>t|ID</c> of
/// its own beside it, so nobody waits for anybody and nothing is counted twice. The sums are the row <c>u</c> and all
/// these rows together; <see cref="CompactAsync"/> folds the rows into <c>u</c>.
/// </summary>
internal sealed class Tally(TableClient table, string partition)
{
    private const string FirstChange = "t|";
    private const string Sums = "u";
    private const string AfterSums = "u|";

    /// <summary>The row of a change.</summary>
    public TableEntity Change(string id, IEnumerable<KeyValuePair<string, long>> change)
    {
        var row = new TableEntity(partition, FirstChange + id);
        foreach (var (name, amount) in change)
            row[name] = amount;
        return row;
    }

    /// <summary>True where a change was written, and not folded away since.</summary>
    public async Task<bool> IsWrittenAsync(string id, CancellationToken cancellation) =>
        await TableRows.FindAsync(table, partition, FirstChange + id, cancellation) is not null;

    /// <summary>The sums by name.</summary>
    public async Task<Dictionary<string, long>> ReadAsync(CancellationToken cancellation)
    {
        while (true)
        {
            var (rows, pages) = await RowsAsync(cancellation);
            // Changes folded away between two pages would be missing, or counted twice.
            if (pages > 1 && await TableRows.FindAsync(table, partition, Sums, cancellation) is var sums && sums?.ETag != SumsOf(rows)?.ETag)
                continue;
            return Add(rows);
        }
    }

    /// <summary>Folds changes into the sums, where there are enough of them to be worth a write.</summary>
    public async Task CompactAsync(int worthwhile, CancellationToken cancellation)
    {
        var (rows, _) = await RowsAsync(cancellation);
        var changes = rows.FindAll(row => row.RowKey != Sums);
        if (changes.Count < worthwhile)
            return;
        var sums = SumsOf(rows);
        foreach (var part in changes.Chunk(TableTransaction.MostEntities - 1))
        {
            var next = new TableEntity(partition, Sums);
            foreach (var (name, amount) in Add(sums is null ? part : part.Append(sums)))
                next[name] = amount;
            List<TableTransactionAction> actions = [.. part.Select(row => new TableTransactionAction(TableTransactionActionType.Delete, row, ETag.All))];
            actions.Add(sums is null ? new(TableTransactionActionType.Add, next) : new(TableTransactionActionType.UpdateReplace, next, sums.ETag));
            // False where another one folds at the same time: the next round goes on.
            if (!await TableTransaction.TryWriteAsync(table, actions, cancellation))
                return;
            sums = await TableRows.FindAsync(table, partition, Sums, cancellation);
        }
    }

    private static TableEntity? SumsOf(List<TableEntity> rows) => rows.Find(row => row.RowKey == Sums);

    private static Dictionary<string, long> Add(IEnumerable<TableEntity> rows)
    {
        var sums = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (var (name, value) in rows.SelectMany(row => row))
        {
            if (value is long amount)
                sums[name] = sums.GetValueOrDefault(name) + amount;
        }

        return sums;
    }

    private async Task<(List<TableEntity> Rows, int Pages)> RowsAsync(CancellationToken cancellation)
    {
        var rows = new List<TableEntity>();
        var pages = 0;
        await foreach (var page in TableRows.Between(table, partition, FirstChange, AfterSums, cancellation).AsPages())
        {
            rows.AddRange(page.Values);
            pages++;
        }

        return (rows, pages);
    }
}
