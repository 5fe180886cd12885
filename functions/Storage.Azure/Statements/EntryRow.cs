using Azure.Data.Tables;
using Reconciliation.Domain.Matching;
using Reconciliation.Domain.Statements;
using Reconciliation.Pipeline.Ports;
using Reconciliation.Pipeline.Serialization;
using Reconciliation.Storage.Azure.Tables;

namespace Reconciliation.Storage.Azure.Statements;

/// <summary>Entries as rows and back.</summary>
internal static class EntryRow
{
    /// <summary>The version of an entry that nobody has moved yet.</summary>
    public const long FirstVersion = 1;

    /// <summary>The row of content under a key; throws <see cref="ArgumentException"/> for an entry too large for a row.</summary>
    public static TableEntity Content(EntryRecord entry, string key)
    {
        var row = new TableEntity(EntryKey.Partition(entry.Payment.Id), key)
        {
            ["Entry"] = entry.Payment.Id,
            ["Day"] = StoredText.Of(entry.Payment.BookedOn),
            ["Bank"] = entry.Payment.Account.Value,
            ["File"] = entry.File,
            ["Version"] = entry.Version,
        };
        // Stored JSON has no line breaks of its own.
        Packed.Put(row, $"{StoredJson.Write(entry.Payment.Entry)}\n{StoredJson.Write(entry.Matching)}");
        return row;
    }

    public static EntryRecord Read(TableEntity row)
    {
        var said = Packed.Text(row);
        var end = said.IndexOf('\n', StringComparison.Ordinal);
        return new EntryRecord(
            new Payment(row.GetString("Entry"), StoredText.BankAccount(row.GetString("Bank")), StoredJson.Read<StatementEntry>(said[..end])),
            row.GetString("File"), StoredJson.Read<EntryMatching>(said[(end + 1)..]), row.GetInt64("Version")!.Value);
    }

    /// <summary>The pointer of an entry that a file brings in its line <paramref name="line"/>.</summary>
    public static TableEntity NewPointer(EntryRecord entry, long line)
    {
        var row = MovedPointer(entry);
        row["File"] = entry.File;
        row["Line"] = line;
        row["Day"] = StoredText.Of(entry.Payment.BookedOn);
        return row;
    }

    /// <summary>What a move changes in the pointer.</summary>
    public static TableEntity MovedPointer(EntryRecord entry) => new(EntryKey.Partition(entry.Payment.Id), EntryKey.Pointer(entry.Payment.Id))
    {
        ["State"] = StoredText.Of(entry.Matching.State),
        ["Version"] = entry.Version,
    };

    /// <summary>The key of the content that a pointer leads to.</summary>
    public static string ContentOf(TableEntity pointer, string entry) => EntryKey.Content(
        StoredText.Member<EntryState>(pointer.GetString("State")), pointer.GetString("Day"), entry, pointer.GetInt64("Version")!.Value);
}
