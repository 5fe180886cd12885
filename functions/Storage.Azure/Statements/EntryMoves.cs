using System.Collections.Immutable;
using Azure;
using Azure.Data.Tables;
using Reconciliation.Domain.Matching;
using Reconciliation.Pipeline.Ports;
using Reconciliation.Storage.Azure.Tables;

namespace Reconciliation.Storage.Azure.Statements;

/// <summary>
/// Writes moves of entries, those of a partition together. A move deletes the content of the version it was decided on:
/// where that is gone, somebody was faster, and the transaction is repeated without it.
/// </summary>
internal sealed class EntryMoves(TableClient table, EntryTable entries, CreditAmounts credits, RecentEntries recent)
{
    private const int MostTries = 20;

    /// <summary>A move with the actions that make it.</summary>
    private sealed record Move(int Place, EntryRecord Before, EntryRecord After, IReadOnlyList<TableTransactionAction> Actions);

    public async Task<ImmutableArray<bool>> WriteAsync(IReadOnlyList<EntryUpdate> updates, CancellationToken cancellation)
    {
        var written = new bool[updates.Count];
        var rest = Enumerable.Range(0, updates.Count).ToList();
        while (rest.Count > 0)
        {
            // An entry named several times is moved by one after the other.
            var round = rest.DistinctBy(place => updates[place].Changed.Entry).ToList();
            rest = [.. rest.Except(round)];
            foreach (var place in await WriteOnceAsync(round, updates, cancellation))
                written[place] = true;
        }

        return [.. written];
    }

    /// <returns>The places of what was written.</returns>
    private async Task<IEnumerable<int>> WriteOnceAsync(List<int> places, IReadOnlyList<EntryUpdate> updates, CancellationToken cancellation)
    {
        var moves = await TableRows.ForEachAsync(places, (place, stop) => PlanAsync(place, updates[place], stop), cancellation);
        var becoming = moves.OfType<Move>().Where(move => IsExplainedCredit(move.After) && !IsExplainedCredit(move.Before));
        await credits.AddAsync(becoming.Select(move => move.After), cancellation);
        var shards = moves.OfType<Move>().GroupBy(move => EntryKey.Partition(move.After.Payment.Id)).ToList();
        var written = await TableRows.ForEachAsync(
            shards, (shard, stop) => WriteShardAsync(new Tally(table, shard.Key), shard, stop), cancellation);
        return written.SelectMany(moved => moved).Select(move => move.Place);
    }

    /// <summary>Null where the entry is not at the version that the move was decided on.</summary>
    private async Task<Move?> PlanAsync(int place, EntryUpdate update, CancellationToken cancellation)
    {
        var id = update.Changed.Entry;
        var before = await entries.FindAsync(id, update.ExpectedVersion, cancellation)
            ?? throw new InvalidOperationException($"There is no entry {id}.");
        if (before.Version != update.ExpectedVersion)
            return null;
        var after = before with { Matching = update.Changed, Version = before.Version + 1 };
        var inFlight = await InFlight.PrepareAsync(table, before, after, cancellation);
        return new Move(place, before, after, [.. Actions(before, after), .. inFlight]);
    }

    private static IEnumerable<TableTransactionAction> Actions(EntryRecord before, EntryRecord after)
    {
        var partition = EntryKey.Partition(after.Payment.Id);
        yield return new(TableTransactionActionType.UpdateMerge, EntryRow.MovedPointer(after), ETag.All);
        yield return new(TableTransactionActionType.Delete, new TableEntity(partition, EntryKey.Content(before)), ETag.All);
        yield return new(TableTransactionActionType.Add, EntryRow.Content(after, EntryKey.Content(after)));
        if (IsExplainedCredit(after))
            yield return new(TableTransactionActionType.UpsertReplace, EntryRow.Content(after, EntryKey.Credit(after)));
        else if (IsExplainedCredit(before))
            yield return new(TableTransactionActionType.Delete, new TableEntity(partition, EntryKey.Credit(before)), ETag.All);
    }

    private static bool IsExplainedCredit(EntryRecord entry) =>
        entry.Matching.State == EntryState.Explained && entry.Payment.Amount.MinorUnits > 0;

    private async Task<List<Move>> WriteShardAsync(Tally tally, IEnumerable<Move> moves, CancellationToken cancellation)
    {
        var written = new List<Move>();
        foreach (var part in TableTransaction.Divide(moves, move => move.Actions, reserved: 1))
            written.AddRange(await WritePartAsync(tally, part, cancellation));
        foreach (var move in written)
            recent.Keep(move.After);
        return written;
    }

    private async Task<List<Move>> WritePartAsync(Tally tally, List<Move> part, CancellationToken cancellation)
    {
        for (var tries = 1; part.Count > 0; tries++)
        {
            if (await TryWriteAsync(tally, part, cancellation))
                return part;
            if (tries == MostTries)
                throw new InvalidOperationException($"The rows of entry {part[0].After.Payment.Id} or its like do not fit together.");
            var now = await TableRows.ForEachAsync(part, (move, stop) => entries.FindAsync(move.After.Payment.Id, stop), cancellation);
            part = [.. part.Where((move, n) => now[n]?.Version == move.Before.Version)];
        }

        return part;
    }

    private async Task<bool> TryWriteAsync(Tally tally, List<Move> part, CancellationToken cancellation)
    {
        var id = Guid.NewGuid().ToString("N");
        var change = tally.Change(id, EntryCounts.Moved(part.Select(move => (move.Before, move.After))));
        // The client repeats a request whose answer was lost; the repetition fails on what the first has written.
        return await TableTransaction.TryWriteAsync(
                table, [.. part.SelectMany(move => move.Actions), new TableTransactionAction(TableTransactionActionType.Add, change)], cancellation)
            || await tally.IsWrittenAsync(id, cancellation);
    }
}
