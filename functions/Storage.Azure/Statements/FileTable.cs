using Azure.Data.Tables;
using Reconciliation.Pipeline.Ports;
using Reconciliation.Pipeline.Serialization;
using Reconciliation.Storage.Azure.Tables;
using ETag = Azure.ETag;

namespace Reconciliation.Storage.Azure.Statements;

/// <summary>What is known of a content and its names.</summary>
/// <param name="Content">Its acceptance; null where none was begun.</param>
/// <param name="Staging">The row that names the attempt which stages; null for none.</param>
/// <param name="Names">The rows of its records.</param>
internal sealed record KnownFile(FileContent? Content, TableEntity? Staging, IReadOnlyList<TableEntity> Names)
{
    public string? Attempt => Staging?.GetString("Attempt");

    /// <summary>The record: the accepted one, else the last.</summary>
    public FileRecord? Record => Content is { IsAccepted: true }
        ? Content.File
        : Names.Select(row => StoredJson.Read<FileRecord>(Packed.Text(row))).MaxBy(file => file.ArrivedAt);
}

/// <summary>Contents of files and the records of their names.</summary>
internal sealed class FileTable(TableClient table)
{
    /// <summary>How many entries were accepted.</summary>
    public Tally Accepted { get; } = new(table, FileKey.Partition);

    public async Task<FileContent?> FindContentAsync(string sha256, CancellationToken cancellation) =>
        await TableRows.FindAsync(table, FileKey.Partition, FileKey.Content(sha256), cancellation) is { } row ? FileContent.Read(row) : null;

    public Task<TableEntity?> FindStagingAsync(string sha256, CancellationToken cancellation) =>
        TableRows.FindAsync(table, FileKey.Partition, FileKey.Staging(sha256), cancellation);

    public async Task<KnownFile> ReadAsync(string sha256, CancellationToken cancellation)
    {
        var rows = new Dictionary<string, TableEntity>(StringComparer.Ordinal);
        var key = FileKey.Of(sha256);
        await foreach (var row in TableRows.Between(table, FileKey.Partition, $"{key}|", EntryKey.After(key), cancellation))
            rows[row.RowKey] = row;
        return new KnownFile(
            rows.GetValueOrDefault(FileKey.Content(sha256)) is { } content ? FileContent.Read(content) : null,
            rows.GetValueOrDefault(FileKey.Staging(sha256)),
            [.. rows.Values.Where(row => row.RowKey.StartsWith(FileKey.Names(sha256), StringComparison.Ordinal))]);
    }

    /// <summary>Names the attempt that stages from now on; false where <paramref name="known"/> is past.</summary>
    public Task<bool> TryStageAnewAsync(string sha256, TableEntity? known, string attempt, CancellationToken cancellation) =>
        TableRows.TryPutAsync(table, StagingRow(sha256, attempt), known, cancellation);

    /// <summary>
    /// Begins an acceptance; false where somebody else has begun one or staged anew since <paramref name="known"/>. From
    /// here on the attempt's blobs are not dropped.
    /// </summary>
    public Task<bool> TryBeginAsync(FileContent content, KnownFile known, CancellationToken cancellation)
    {
        var staging = StagingRow(content.Sha256, known.Attempt ?? "");
        return TableTransaction.TryWriteAsync(
            table,
            [
                new(TableTransactionActionType.Add, content.ToRow(FileKey.Partition, FileKey.Content(content.Sha256))),
                known.Staging is { } read
                    ? new(TableTransactionActionType.UpdateReplace, staging, read.ETag)
                    : new(TableTransactionActionType.Add, staging),
                new(TableTransactionActionType.UpsertReplace, WaitingRow(content.Sha256)),
            ],
            cancellation);
    }

    /// <summary>
    /// Ends an acceptance: from this moment everything of it shows. False where <paramref name="known"/> is past.
    /// </summary>
    public Task<bool> TryAcceptAsync(
        FileContent accepted, KnownFile known, IEnumerable<KeyValuePair<string, long>> counts, CancellationToken cancellation) =>
        TableTransaction.TryWriteAsync(
            table,
            [
                new(TableTransactionActionType.UpdateReplace, accepted.ToRow(FileKey.Partition, FileKey.Content(accepted.Sha256)), known.Content!.ETag),
                new(TableTransactionActionType.Add, Accepted.Change(accepted.Sha256, counts)),
                .. Record(accepted.File, known),
            ],
            cancellation);

    /// <summary>Notes that the message of an acceptance was sent.</summary>
    public Task NoteToldAsync(string sha256, CancellationToken cancellation) => table.UpdateEntityAsync(
        new TableEntity(FileKey.Partition, FileKey.Content(sha256)) { ["IsTold"] = true }, ETag.All, TableUpdateMode.Merge, cancellation);

    /// <summary>Keeps a record in the place of an earlier one; one that says accepted is kept as it is.</summary>
    public async Task PutAsync(FileRecord file, CancellationToken cancellation)
    {
        while (true)
        {
            var known = await ReadAsync(file.Sha256, cancellation);
            if ((known.Content is { IsAccepted: true } content && content.File.Name == file.Name) || IsKept(file, known))
                return;
            if (await TableTransaction.TryWriteAsync(table, [.. Record(file, known)], cancellation))
                return;
        }
    }

    public async Task<Page<FileRecord>> ListAsync(FileStatus? status, PageRequest page, CancellationToken cancellation)
    {
        var list = FileKey.List(status);
        var size = Paging.RowsFor(page);
        var rows = new List<TableEntity>();
        var range = TableRows.Between(
            table, FileKey.Partition, $"{list}|{page.Continuation}", EntryKey.After(list), cancellation, Math.Min(size, 1000));
        await foreach (var row in range)
        {
            rows.Add(row);
            if (rows.Count == size)
                break;
        }

        return Paging.Of(rows, page, row => StoredJson.Read<FileRecord>(Packed.Text(row)), row => row.RowKey[(list.Length + 1)..]);
    }

    /// <summary>The contents whose acceptance is not carried through to the matcher's end.</summary>
    public async Task<List<TableEntity>> WaitingAsync(CancellationToken cancellation)
    {
        var rows = new List<TableEntity>();
        await foreach (var row in TableRows.Between(table, FileKey.Partition, $"{FileKey.Waiting}|", EntryKey.After(FileKey.Waiting), cancellation))
            rows.Add(row);
        return rows;
    }

    /// <summary>Has a content wait again, as of now.</summary>
    public Task WaitAsync(string sha256, CancellationToken cancellation) =>
        table.UpsertEntityAsync(WaitingRow(sha256), TableUpdateMode.Replace, cancellation);

    /// <summary>The matcher has seen all of it.</summary>
    public Task EndWaitAsync(TableEntity waiting, CancellationToken cancellation) => TableRows.TryDeleteAsync(table, waiting, cancellation);

    private static bool IsKept(FileRecord file, KnownFile known) =>
        known.Names.Any(row => row.RowKey == FileKey.Name(file.Sha256, file.Name) && Packed.Text(row) == StoredJson.Write(file));

    private static IEnumerable<TableTransactionAction> Record(FileRecord file, KnownFile known)
    {
        var key = FileKey.Name(file.Sha256, file.Name);
        var record = Row(key, file);
        var before = known.Names.FirstOrDefault(row => row.RowKey == key);
        yield return before is null
            ? new(TableTransactionActionType.Add, record)
            : new(TableTransactionActionType.UpdateReplace, record, before.ETag);
        var lists = FileKey.Lists(file).ToList();
        foreach (var list in lists)
            yield return new(TableTransactionActionType.UpsertReplace, Row(list, file));
        if (before is null)
            yield break;
        foreach (var list in FileKey.Lists(StoredJson.Read<FileRecord>(Packed.Text(before))).Except(lists))
            yield return new(TableTransactionActionType.Delete, new TableEntity(FileKey.Partition, list), ETag.All);
    }

    private static TableEntity Row(string key, FileRecord file)
    {
        var row = new TableEntity(FileKey.Partition, key);
        Packed.Put(row, StoredJson.Write(file));
        return row;
    }

    private static TableEntity StagingRow(string sha256, string attempt) => new(FileKey.Partition, FileKey.Staging(sha256)) { ["Attempt"] = attempt };

    private static TableEntity WaitingRow(string sha256) => new(FileKey.Partition, FileKey.WaitingFor(sha256)) { ["File"] = sha256 };
}
