using System.Collections.Immutable;
using Azure.Data.Tables;
using Reconciliation.Domain.Ledger;
using Reconciliation.Pipeline.Serialization;
using Reconciliation.Storage.Azure.Tables;

namespace Reconciliation.Storage.Azure.Accounts;

/// <summary>
/// Appends as rows, one each: what was appended together is read together or not at all.
/// <para>An append too large for a row is written in pieces first, under the attempt's name. Nobody looks for them before
/// the row of the append names the attempt; those of an attempt that came to nothing are never read.</para>
/// </summary>
internal sealed class AppendRows(TableClient table)
{
    /// <summary>The row of an append; pieces that it needs are written already.</summary>
    public async Task<TableEntity> PrepareAsync(
        AccountId account, int expectedVersion, ImmutableArray<AccountEvent> events, string attempt, CancellationToken cancellation)
    {
        var row = new TableEntity(StreamRow.Partition(account), StreamRow.Append(checked(expectedVersion + events.Length)))
        {
            ["First"] = expectedVersion + 1,
            ["Last"] = expectedVersion + events.Length,
            ["Attempt"] = attempt,
            ["At"] = StoredText.Of(events[^1].Decision.At),
        };
        var text = StoredJson.Write(events);
        var bytes = Packed.IsLegible(text) ? [] : Packed.Compress(text);
        if (bytes.Length <= Packed.MostBytes)
            Packed.Put(row, text);
        else
            row["Pieces"] = await WritePiecesAsync(row.PartitionKey, attempt, bytes, cancellation);
        return row;
    }

    /// <summary>The events after a version, in order.</summary>
    public async Task<ImmutableArray<AccountEvent>> AfterAsync(AccountId account, int version, CancellationToken cancellation) =>
        (await ReadAsync(account, version, cancellation)).Events;

    /// <summary>
    /// The events after a version, in order, and the head that they lead to, by one query; null for no head, and where it
    /// has moved on while events were read.
    /// </summary>
    public async Task<(ImmutableArray<AccountEvent> Events, AccountHead? Head)> ReadAsync(
        AccountId account, int version, CancellationToken cancellation)
    {
        var events = ImmutableArray.CreateBuilder<AccountEvent>();
        var reached = Math.Max(version, 0);
        AccountHead? head = null;
        var filter = TableClient.CreateQueryFilter(
            $"PartitionKey eq {StreamRow.Partition(account)} and RowKey gt {StreamRow.Append(reached)} and RowKey le {StreamRow.Head}");
        await foreach (var row in table.QueryAsync<TableEntity>(filter, cancellationToken: cancellation))
        {
            if (row.RowKey == StreamRow.Head)
            {
                head = AccountHead.Of(row);
                continue;
            }

            var first = row.GetInt32("First")!.Value;
            if (first > reached + 1)
                throw new InvalidOperationException($"The stream of {account} lacks what follows version {reached}.");
            var appended = StoredJson.Read<ImmutableArray<AccountEvent>>(await TextAsync(row, cancellation));
            events.AddRange(appended[(reached + 1 - first)..]);
            reached = row.GetInt32("Last")!.Value;
        }

        return (events.DrainToImmutable(), head?.Version == reached ? head : null);
    }

    private async Task<int> WritePiecesAsync(string partition, string attempt, ReadOnlyMemory<byte> bytes, CancellationToken cancellation)
    {
        var count = 0;
        for (var rest = bytes; !rest.IsEmpty; count++)
        {
            var piece = rest[..Math.Min(rest.Length, Packed.MostBytes)];
            var row = new TableEntity(partition, StreamRow.Piece(attempt, count));
            Packed.Put(row, piece);
            // Put, not added: the client repeats a request whose answer was lost.
            await table.UpsertEntityAsync(row, TableUpdateMode.Replace, cancellation);
            rest = rest[piece.Length..];
        }

        return count;
    }

    private async Task<string> TextAsync(TableEntity row, CancellationToken cancellation)
    {
        if (row.GetInt32("Pieces") is not { } count)
            return Packed.Text(row);
        var bytes = new List<byte>();
        for (var n = 0; n < count; n++)
        {
            TableEntity piece = await table.GetEntityAsync<TableEntity>(
                row.PartitionKey, StreamRow.Piece(row.GetString("Attempt"), n), cancellationToken: cancellation);
            bytes.AddRange(Packed.Bytes(piece));
        }

        return Packed.Decompress([.. bytes]);
    }
}
