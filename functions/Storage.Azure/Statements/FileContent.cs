using System.Collections.Immutable;
using Azure;
using Azure.Data.Tables;
using Reconciliation.Pipeline.Ports;
using Reconciliation.Pipeline.Serialization;
using Reconciliation.Storage.Azure.Tables;

namespace Reconciliation.Storage.Azure.Statements;

/// <summary>The first and last booking day of entries, both inclusive; null where there are none.</summary>
internal readonly record struct EntryDays(DateOnly? First, DateOnly? Last)
{
    public EntryDays With(DateOnly day) => new(First < day ? First : day, Last > day ? Last : day);

    public EntryDays With(EntryDays other) => other is { First: { } first, Last: { } last } ? With(first).With(last) : this;
}

/// <summary>
/// The acceptance of a content. From the moment this is written it is carried through, by whoever finds it: it holds all
/// that is needed for it.
/// </summary>
/// <param name="File">The record; with the counts once it is accepted.</param>
/// <param name="Statements">Its statements.</param>
/// <param name="Blobs">The staged entries, in order.</param>
/// <param name="IsAccepted">Everything is in the books, and shows.</param>
/// <param name="IsTold">The message was sent.</param>
/// <param name="Days">The days of the entries it brought.</param>
/// <param name="ETag">What a replacement must name.</param>
internal sealed record FileContent(
    FileRecord File, ImmutableArray<StatementRecord> Statements, ImmutableArray<string> Blobs, bool IsAccepted = false, bool IsTold = false,
    EntryDays Days = default, ETag ETag = default)
{
    public string Sha256 => File.Sha256;

    public TableEntity ToRow(string partition, string key)
    {
        var row = new TableEntity(partition, key) { ["IsAccepted"] = IsAccepted, ["IsTold"] = IsTold };
        if (Days is { First: { } first, Last: { } last })
            (row["FirstDay"], row["LastDay"]) = (StoredText.Of(first), StoredText.Of(last));
        // Stored JSON has no line breaks of its own.
        Packed.Put(row, $"{StoredJson.Write(File)}\n{StoredJson.Write(Statements)}\n{StoredJson.Write(Blobs)}");
        return row;
    }

    public static FileContent Read(TableEntity row)
    {
        var said = Packed.Text(row).Split('\n');
        return new FileContent(
            StoredJson.Read<FileRecord>(said[0]), StoredJson.Read<ImmutableArray<StatementRecord>>(said[1]),
            StoredJson.Read<ImmutableArray<string>>(said[2]), row.GetBoolean("IsAccepted")!.Value, row.GetBoolean("IsTold")!.Value,
            row.GetString("FirstDay") is { } first ? new EntryDays(StoredText.Day(first), StoredText.Day(row.GetString("LastDay"))) : default, row.ETag);
    }
}
