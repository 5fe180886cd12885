using Azure.Data.Tables;
using Reconciliation.Domain.Matching;
using Reconciliation.Pipeline.Ports;
using Reconciliation.Pipeline.Serialization;
using Reconciliation.Storage.Azure.Tables;

namespace Reconciliation.Storage.Azure.Statements;

/// <summary>
/// Lists entries by booking day and identifier: a range of rows for each state and partition, merged. So a page costs the
/// same however large the ledger is.
/// </summary>
internal sealed class EntryList(TableClient table, AcceptedFiles accepted, RecentEntries recent)
{
    private sealed record Bounds(string After, string Before);

    public async Task<Page<EntryRecord>> ListAsync(EntryFilter filter, PageRequest page, CancellationToken cancellation)
    {
        var size = Paging.RowsFor(page);
        var (first, last) = (filter.From, filter.To);
        if (filter.File is { } file)
        {
            if (await accepted.FindAsync(file, cancellation) is not { First: { } earliest, Last: { } latest })
                return new Page<EntryRecord>([], null);
            (first, last) = (first > earliest ? first : earliest, last < latest ? last : latest);
        }

        var states = filter.States.IsDefaultOrEmpty ? Enum.GetValues<EntryState>() : [.. filter.States.Distinct()];
        var bounds = new Bounds(After(page.Continuation, first), last is { } day ? EntryKey.After($"|{StoredText.Of(day)}") : EntryKey.After(""));
        var rows = await MergeAsync(
            [.. states.SelectMany(state => EntryKey.Partitions.Select(shard => new EntryRange(Query(state, shard, bounds, filter, size, cancellation))))],
            size, cancellation);
        return Paging.Of(rows, page, entry => entry, entry => $"{StoredText.Of(entry.Payment.BookedOn)} {entry.Payment.Id}");
    }

    /// <summary>True where an entry that a file brought waits for the matcher.</summary>
    public async Task<bool> HasNewAsync(string sha256, CancellationToken cancellation) =>
        (await ListAsync(new EntryFilter([EntryState.New], sha256), new PageRequest(1), cancellation)).Items.Length > 0;

    private static string After(string? continuation, DateOnly? first)
    {
        var from = first is { } day ? $"|{StoredText.Of(day)}" : "|";
        if (continuation is null)
            return from;
        var blank = continuation.IndexOf(' ', StringComparison.Ordinal);
        if (blank < 0)
            throw new ArgumentException($"'{continuation}' continues no list.", nameof(continuation));
        var after = EntryKey.After($"|{continuation[..blank]}|{TableKey.Of(continuation[(blank + 1)..])}");
        return string.CompareOrdinal(after, from) > 0 ? after : from;
    }

    // A fair share of the page and a little more: identifiers spread evenly over the partitions.
    private static int ShareOf(int size) => Math.Min(1000, (size / EntryKey.Shards * 5 / 4) + 10);

    private IAsyncEnumerator<TableEntity> Query(
        EntryState state, string partition, Bounds bounds, EntryFilter filter, int size, CancellationToken cancellation)
    {
        var (after, before) = (EntryKey.States(state) + bounds.After, EntryKey.States(state) + bounds.Before);
        var where = TableClient.CreateQueryFilter($"PartitionKey eq {partition} and RowKey gt {after} and RowKey lt {before}");
        if (filter.File is { } file)
            where += TableClient.CreateQueryFilter($" and File eq {file}");
        if (filter.Account is { } account)
            where += TableClient.CreateQueryFilter($" and Bank eq {account.Value}");
        return table.QueryAsync<TableEntity>(where, ShareOf(size), cancellationToken: cancellation).GetAsyncEnumerator(cancellation);
    }

    private async Task<List<EntryRecord>> MergeAsync(List<EntryRange> ranges, int size, CancellationToken cancellation)
    {
        try
        {
            var next = new PriorityQueue<EntryRange, string>(StringComparer.Ordinal);
            await TableRows.ForEachAsync(ranges, (range, _) => range.ReadAsync(), cancellation);
            foreach (var range in ranges.Where(range => !range.IsAtEnd))
                next.Enqueue(range, range.Place);
            var entries = new List<EntryRecord>();
            while (entries.Count < size && next.TryDequeue(out var range, out _))
            {
                var entry = EntryRow.Read(range.Row);
                // One that is moved while it is listed may be met in both states: the later one counts.
                if (entries.Count > 0 && entries[^1].Payment.Id == entry.Payment.Id)
                    entries[^1] = recent.Keep(entries[^1].Version > entry.Version ? entries[^1] : entry);
                else if (await accepted.IsVisibleAsync(entry, cancellation))
                    entries.Add(recent.Keep(entry));
                if (entries.Count < size && await range.ReadAsync())
                    next.Enqueue(range, range.Place);
            }

            return entries;
        }
        finally
        {
            foreach (var range in ranges)
                await range.DisposeAsync();
        }
    }
}
