using Azure.Data.Tables;
using Reconciliation.Domain.Matching;
using Reconciliation.Pipeline.Ports;
using Reconciliation.Storage.Azure.Tables;

namespace Reconciliation.Storage.Azure.Statements;

/// <summary>An entry of a file with its place in it.</summary>
internal readonly record struct NumberedEntry(EntryRecord Record, long Line)
{
    public static NumberedEntry Of(StagedEntry staged, string sha256, long line)
    {
        var id = staged.Identity.Id;
        var payment = new Payment(id, staged.Account, staged.Entry);
        return new NumberedEntry(new EntryRecord(payment, sha256, new EntryMatching { Entry = id }, EntryRow.FirstVersion), line);
    }
}

/// <summary>
/// Enters staged entries, many in a transaction. An entry that is there was entered by this same line of this same file,
/// in an earlier attempt or one beside this, or it is known; so whatever is repeated, every line counts the same way.
/// </summary>
internal sealed class EntryEntering(TableClient entries, TableClient statements)
{
    private enum Found
    {
        Missing,
        Own,
        Known,
    }

    /// <summary>Enters what a call has staged, and adds to what the file has entered.</summary>
    public async Task EnterAsync(IReadOnlyList<NumberedEntry> staged, EnteredEntries entered, CancellationToken cancellation)
    {
        var first = staged.DistinctBy(entry => entry.Record.Payment.Id).ToList();
        var parts = first.GroupBy(entry => EntryKey.Partition(entry.Record.Payment.Id)).Select(shard => shard.ToList()).ToList();
        var added = (await TableRows.ForEachAsync(parts, EnterShardAsync, cancellation)).SelectMany(own => own).ToHashSet();
        foreach (var own in first.Where(added.Contains))
            entered.AddNew(own.Record);
        entered.AddKnown(staged.Count - added.Count);
        await NoteSeenAgainAsync(first.FindAll(entry => !added.Contains(entry)), cancellation);
    }

    /// <returns>Those that this file brought.</returns>
    private async Task<List<NumberedEntry>> EnterShardAsync(List<NumberedEntry> shard, CancellationToken cancellation)
    {
        var own = new List<NumberedEntry>();
        var rows = shard.ConvertAll(entry => (Entry: entry, Actions: Rows(entry)));
        foreach (var part in TableTransaction.Divide(rows, row => row.Actions, reserved: 0))
        {
            var rest = part;
            while (rest.Count > 0)
            {
                if (await TableTransaction.TryWriteAsync(entries, [.. rest.SelectMany(row => row.Actions)], cancellation))
                {
                    own.AddRange(rest.Select(row => row.Entry));
                    break;
                }

                var found = await TableRows.ForEachAsync(rest, (row, stop) => FindAsync(row.Entry, stop), cancellation);
                own.AddRange(rest.Where((_, n) => found[n] == Found.Own).Select(row => row.Entry));
                rest = [.. rest.Where((_, n) => found[n] == Found.Missing)];
            }
        }

        return own;
    }

    private static TableTransactionAction[] Rows(NumberedEntry entry) =>
    [
        new(TableTransactionActionType.Add, EntryRow.NewPointer(entry.Record, entry.Line)),
        new(TableTransactionActionType.Add, EntryRow.Content(entry.Record, EntryKey.Content(entry.Record))),
    ];

    private async Task<Found> FindAsync(NumberedEntry entry, CancellationToken cancellation)
    {
        var id = entry.Record.Payment.Id;
        return await TableRows.FindAsync(entries, EntryKey.Partition(id), EntryKey.Pointer(id), cancellation) is not { } pointer
            ? Found.Missing
            : pointer.GetString("File") == entry.Record.File && pointer.GetInt64("Line") == entry.Line ? Found.Own : Found.Known;
    }

    private async Task NoteSeenAgainAsync(List<NumberedEntry> known, CancellationToken cancellation)
    {
        foreach (var part in known.Chunk(TableTransaction.MostEntities))
        {
            await TableTransaction.TryWriteAsync(
                statements,
                [.. part.Select(entry => new TableTransactionAction(
                    TableTransactionActionType.UpsertReplace,
                    new TableEntity($"seen|{TableKey.Of(entry.Record.File)}", TableKey.Of(entry.Record.Payment.Id))))],
                cancellation);
        }
    }
}
