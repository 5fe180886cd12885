using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Azure;
using Azure.Data.Tables;
using Reconciliation.Domain.Ledger;
using Reconciliation.Storage.Azure.Tables;

namespace Reconciliation.Storage.Azure.OpenItems;

/// <summary>
/// A part of the index: the accounts whose hash falls to it, in a partition of their own.
/// <para>Its log has a row an account, the last word about it, <c>l|NUMBER</c>. A write adds the next number and takes the
/// account's earlier row away, in one transaction with the row <c>h|NUMBER</c> that says how far the log goes: deleting the
/// one before lets a single writer through. So rows become visible in the order of their numbers, and who reads on from the
/// last number misses none.</para>
/// </summary>
internal sealed class IndexPart
{
    /// <summary>How many parts there are; never changed, for accounts are found by it. A look-up asks each once.</summary>
    private const int Count = 4;

    private const string AfterLog = "l}";

    private readonly TableClient _table;
    private readonly string _partition;
    private readonly IndexMemory _memory = new();

    // Memory has one user at a time; and a process that competed with itself for the next number would mostly lose.
    private readonly SemaphoreSlim _turn = new(1);

    public IndexPart(TableClient table, string partition)
    {
        _table = table;
        _partition = partition;
    }

    /// <summary>The parts of the open-item index.</summary>
    public static ImmutableArray<IndexPart> All(TableClient table) =>
        [.. Enumerable.Range(0, Count).Select(number => new IndexPart(table, string.Create(CultureInfo.InvariantCulture, $"part-{number}")))];

    /// <summary>The part of an account.</summary>
    public static int Of(AccountId account) => SHA256.HashData(Encoding.UTF8.GetBytes(account.ToString()))[0] % Count;

    /// <summary>The accounts under each key, in the keys' order.</summary>
    public async Task<ImmutableArray<ImmutableArray<string>>> FindAsync(ImmutableArray<ulong> keys, CancellationToken cancellation)
    {
        await _turn.WaitAsync(cancellation);
        try
        {
            await CatchUpAsync(cancellation);
            return [.. keys.Select(_memory.Under)];
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>Says anew under which keys an account stands, unless the same or a newer version is said already.</summary>
    public Task ReplaceAsync(IndexedAccount said, CancellationToken cancellation) =>
        ChangeAsync(said.Account, known => known is not null && said.IsSaidBy(known) ? null : said, cancellation);

    /// <summary>Says something anew in the light of what is said; null for nothing. It is asked again where another writer was faster.</summary>
    public async Task ChangeAsync(string account, Func<IndexedAccount?, IndexedAccount?> change, CancellationToken cancellation)
    {
        await _turn.WaitAsync(cancellation);
        try
        {
            while (true)
            {
                await CatchUpAsync(cancellation);
                var known = _memory.Find(account);
                if (change(known?.Said) is not { } said || await TryWriteAsync(said, known?.Number, cancellation))
                    return;
            }
        }
        finally
        {
            _turn.Release();
        }
    }

    private async Task CatchUpAsync(CancellationToken cancellation)
    {
        var since = TableClient.CreateQueryFilter($"PartitionKey eq {_partition} and RowKey gt {Log(_memory.Last)} and RowKey lt {AfterLog}");
        await foreach (var row in _table.QueryAsync<TableEntity>(since, cancellationToken: cancellation))
        {
            var keys = KeyHash.FromBytes([.. Packed.Bytes(row)]);
            _memory.Take(new IndexedAccount(row.GetString("Account"), row.GetInt32("Version")!.Value, keys), row.GetInt64("Number")!.Value);
        }
    }

    /// <summary>False where another writer was faster.</summary>
    private Task<bool> TryWriteAsync(IndexedAccount said, long? earlier, CancellationToken cancellation)
    {
        var number = _memory.Last + 1;
        var row = new TableEntity(_partition, Log(number)) { ["Account"] = said.Account, ["Version"] = said.Version, ["Number"] = number };
        Packed.Put(row, KeyHash.ToBytes(said.Keys));
        var actions = new List<TableTransactionAction>
        {
            new(TableTransactionActionType.Add, row),
            new(TableTransactionActionType.Add, new TableEntity(_partition, Head(number))),
        };
        if (_memory.Last > 0)
            actions.Add(Delete(Head(_memory.Last)));
        if (earlier is { } superseded)
            actions.Add(Delete(Log(superseded)));
        return TableTransaction.TryWriteAsync(_table, actions, cancellation);
    }

    private TableTransactionAction Delete(string row) =>
        new(TableTransactionActionType.Delete, new TableEntity(_partition, row) { ETag = ETag.All }, ETag.All);

    private static string Log(long number) => string.Create(CultureInfo.InvariantCulture, $"l|{number:D19}");

    private static string Head(long number) => string.Create(CultureInfo.InvariantCulture, $"h|{number:D19}");
}
