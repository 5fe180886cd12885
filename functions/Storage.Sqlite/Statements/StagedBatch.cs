using System.Buffers;
using System.Runtime.InteropServices;
using Reconciliation.Domain;
using Reconciliation.Domain.Statements;
using Reconciliation.Pipeline.Ports;
using Reconciliation.Pipeline.Serialization;

namespace Reconciliation.Storage.Sqlite;

/// <summary>
/// Entries made ready for their rows outside the transaction: the identifier of each, the texts of all in one buffer, and
/// what they come to in each account. It is filled again and again, so that a file of any size takes the memory of a batch.
/// </summary>
internal sealed class StagedBatch : IDisposable
{
    private readonly ArrayBufferWriter<byte> _said = new();
    private readonly List<Row> _rows = [];
    private readonly List<AccountTally> _accounts = [];
    private readonly Dictionary<(BankAccountId, Currency), int> _places = [];
    private readonly StoredEntryWriter _writer;

    public StagedBatch() => _writer = new StoredEntryWriter(_said);

    /// <summary>An entry, its identifier, the place of its account in <see cref="Accounts"/>, and where its text lies.</summary>
    public readonly record struct Row(StagedEntry Staged, string Id, int Account, int Start, int End);

    /// <summary>What the entries of a batch come to in an account, in minor units.</summary>
    public record struct AccountTally(BankAccountId Account, Currency Currency, int Count, long Total);

    public ReadOnlySpan<Row> Rows => CollectionsMarshal.AsSpan(_rows);

    public ReadOnlySpan<AccountTally> Accounts => CollectionsMarshal.AsSpan(_accounts);

    public void Fill(IReadOnlyList<StagedEntry> entries)
    {
        _said.ResetWrittenCount();
        _rows.Clear();
        _accounts.Clear();
        _places.Clear();
        foreach (var staged in entries)
        {
            var start = _said.WrittenCount;
            _writer.Write(staged.Entry);
            _rows.Add(new Row(staged, staged.Identity.Id, Tally(staged), start, _said.WrittenCount));
        }
    }

    /// <summary>What the bank says of an entry, as stored.</summary>
    public ReadOnlySpan<byte> Said(in Row row) => _said.WrittenSpan[row.Start..row.End];

    public void Dispose() => _writer.Dispose();

    private int Tally(StagedEntry staged)
    {
        var amount = staged.Entry.Amount;
        if (!_places.TryGetValue((staged.Account, amount.Currency), out var place))
        {
            _places.Add((staged.Account, amount.Currency), place = _accounts.Count);
            _accounts.Add(new AccountTally(staged.Account, amount.Currency, 0, 0));
        }

        ref var tally = ref CollectionsMarshal.AsSpan(_accounts)[place];
        tally.Count++;
        tally.Total += amount.MinorUnits;
        return place;
    }
}
