using System.Collections.Immutable;
using Azure.Data.Tables;
using Reconciliation.Domain;
using Reconciliation.Domain.Ledger;
using Reconciliation.Domain.Matching;
using Reconciliation.Domain.Statements;
using Reconciliation.Pipeline.Ports;
using Reconciliation.Pipeline.Serialization;
using Reconciliation.Storage.Azure.Tables;

namespace Reconciliation.Storage.Azure.Statements;

/// <summary>Entries in the books, one by one and by what they may concern.</summary>
internal sealed class EntryTable(TableClient table, AcceptedFiles accepted, CreditAmounts credits, RecentEntries recent)
{
    /// <summary>An entry; null where it is unknown or its file is not accepted.</summary>
    public async Task<EntryRecord?> FindAsync(string entry, CancellationToken cancellation)
    {
        var partition = EntryKey.Partition(entry);
        while (await TableRows.FindAsync(table, partition, EntryKey.Pointer(entry), cancellation) is { } pointer)
        {
            // Gone where somebody has moved it in between: the pointer says where to by now.
            if (await TableRows.FindAsync(table, partition, EntryRow.ContentOf(pointer, entry), cancellation) is not { } row)
                continue;
            var record = EntryRow.Read(row);
            return await accepted.IsVisibleAsync(record, cancellation) ? recent.Keep(record) : null;
        }

        return null;
    }

    /// <summary>An entry at a version, from mind where it was just seen; at another version, or null, where it is not there.</summary>
    public async Task<EntryRecord?> FindAsync(string entry, long version, CancellationToken cancellation) =>
        recent.Find(entry, version) ?? await FindAsync(entry, cancellation);

    public async Task<ImmutableArray<EntryRecord>> ExplainedCreditsAsync(
        IReadOnlyCollection<Money> amounts, DateOnly since, CancellationToken cancellation)
    {
        var asked = amounts.Where(amount => amount.IsPositive).Distinct().ToList();
        if (asked.Count == 0)
            return [];
        var found = await TableRows.ForEachAsync(
            [.. await credits.AmongAsync(asked, since, cancellation)], (amount, stop) => CreditsAsync(amount, since, stop), cancellation);
        return [.. found.SelectMany(of => of).OrderBy(entry => entry.Payment.BookedOn).ThenBy(entry => entry.Payment.Id, StringComparer.Ordinal)];
    }

    public async Task<ImmutableArray<string>> MoneyInFlightAsync(AccountId account, CancellationToken cancellation)
    {
        var rows = EntryKey.InFlight(account);
        var hints = await RangesAsync($"{rows}|", EntryKey.After(rows), row => row.GetString("Entry"), cancellation);
        // A row may be left of an entry with very many accounts; the entry itself says whether it is this one's.
        var entries = await TableRows.ForEachAsync(hints, FindAsync, cancellation);
        return
        [
            .. entries.OfType<EntryRecord>().Where(entry => InFlight.AccountsOf(entry.Matching).Contains(account))
                .Select(entry => entry.Payment.Id).Order(StringComparer.Ordinal),
        ];
    }

    /// <summary>How many entries of a fingerprint there are: their numbers follow each other.</summary>
    public async Task<int> OccurrencesAsync(string fingerprint, CancellationToken cancellation)
    {
        for (var count = 0; ; count++)
        {
            if (!await IsInBooksAsync(new EntryIdentity(fingerprint, count + 1).Id, cancellation))
                return count;
        }
    }

    private Task<List<EntryRecord>> CreditsAsync(Money amount, DateOnly since, CancellationToken cancellation)
    {
        var rows = EntryKey.Credits(amount);
        return RangesAsync($"{rows}|{StoredText.Of(since)}", EntryKey.After(rows), EntryRow.Read, cancellation);
    }

    private async Task<bool> IsInBooksAsync(string entry, CancellationToken cancellation) =>
        await TableRows.FindAsync(table, EntryKey.Partition(entry), EntryKey.Pointer(entry), cancellation) is { } pointer
        && (pointer.GetInt64("Version") > EntryRow.FirstVersion || await accepted.FindAsync(pointer.GetString("File"), cancellation) is not null);

    private async Task<List<T>> RangesAsync<T>(string after, string before, Func<TableEntity, T> read, CancellationToken cancellation)
    {
        var found = await TableRows.ForEachAsync(
            [.. EntryKey.Partitions],
            async (partition, stop) =>
            {
                var rows = new List<T>();
                await foreach (var row in TableRows.Between(table, partition, after, before, stop))
                    rows.Add(read(row));
                return rows;
            },
            cancellation);
        return [.. found.SelectMany(rows => rows)];
    }
}
