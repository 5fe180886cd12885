using System.Collections.Immutable;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Reconciliation.Domain;
using Reconciliation.Domain.Ledger;
using Reconciliation.Domain.Matching;
using Reconciliation.Domain.Statements;
using Reconciliation.Pipeline.Ports;
using Reconciliation.Storage.Azure.Tables;

namespace Reconciliation.Storage.Azure.Statements;

/// <summary>Statements and their entries in two tables; what is staged, in a container.</summary>
public sealed class TableStatementStore : IStatementStore
{
    private readonly FileTable _files;
    private readonly Staging _staging;
    private readonly Acceptance _acceptance;
    private readonly EntryTable _entries;
    private readonly EntryList _list;
    private readonly EntryMoves _moves;
    private readonly WaitingFiles _waiting;

    internal TableStatementStore(
        TableClient statements, TableClient entries, TableClient openItems, BlobContainerClient staging, IMessages messages, TimeProvider time)
    {
        var recent = new RecentEntries();
        _files = new FileTable(statements);
        var accepted = new AcceptedFiles(_files);
        _staging = new Staging(staging, _files);
        BankAccounts = new BankAccountTable(statements);
        _acceptance = new Acceptance(_files, _staging, BankAccounts, new EntryEntering(entries, statements), messages);
        var credits = new CreditAmounts(openItems);
        _entries = new EntryTable(entries, accepted, credits, recent);
        _list = new EntryList(entries, accepted, recent);
        _moves = new EntryMoves(entries, _entries, credits, recent);
        _waiting = new WaitingFiles(_files, _list, _acceptance, time);
        Counts = new EntryCounts([_files.Accepted, .. EntryKey.Partitions.Select(partition => new Tally(entries, partition))]);
    }

    internal BankAccountTable BankAccounts { get; }

    internal EntryCounts Counts { get; }

    /// <inheritdoc/>
    public async Task<FileRecord?> FindFileAsync(string sha256, CancellationToken cancellation) =>
        (await _files.ReadAsync(sha256, cancellation)).Record;

    /// <inheritdoc/>
    public Task BeginStagingAsync(string sha256, CancellationToken cancellation) => _staging.BeginAsync(sha256, cancellation);

    /// <inheritdoc/>
    public Task StageAsync(string sha256, IReadOnlyList<StagedEntry> entries, CancellationToken cancellation) =>
        _staging.StageAsync(sha256, entries, cancellation);

    /// <inheritdoc/>
    public Task<AcceptedEntries> AcceptAsync(
        FileRecord file, ImmutableArray<StatementRecord> statements, CancellationToken cancellation, int? stagedEntries = null) =>
        file.Status == FileStatus.Accepted
            ? _acceptance.AcceptAsync(file, statements, stagedEntries, cancellation)
            : throw new ArgumentException($"The record of {file.Name} says {file.Status}.", nameof(file));

    /// <inheritdoc/>
    public async Task RecordAsync(FileRecord file, CancellationToken cancellation)
    {
        if (file.Status == FileStatus.Accepted)
            throw new ArgumentException($"The record of {file.Name} says {file.Status}.", nameof(file));
        await _staging.DropAsync(file.Sha256, cancellation);
        await _files.PutAsync(file, cancellation);
    }

    /// <inheritdoc/>
    public Task<Page<FileRecord>> FilesAsync(FileStatus? status, PageRequest page, CancellationToken cancellation) =>
        _files.ListAsync(status, page, cancellation);

    /// <inheritdoc/>
    public async Task<BankPosition?> PositionAsync(BankAccountId account, CancellationToken cancellation) =>
        (await BankAccounts.FindAsync(account, cancellation))?.Position;

    /// <inheritdoc/>
    public async Task<ImmutableArray<BankPosition>> PositionsAsync(CancellationToken cancellation) =>
        [.. (await BankAccounts.ReadAsync(cancellation)).Select(account => account.Position).OfType<BankPosition>()];

    /// <inheritdoc/>
    public async Task<IReadOnlyDictionary<string, int>> OccurrencesAsync(
        IReadOnlyCollection<string> fingerprints, CancellationToken cancellation)
    {
        var asked = fingerprints.Distinct().ToList();
        var counts = await TableRows.ForEachAsync(asked, _entries.OccurrencesAsync, cancellation);
        return asked.Zip(counts).ToDictionary(pair => pair.First, pair => pair.Second);
    }

    /// <inheritdoc/>
    public Task<EntryRecord?> FindEntryAsync(string entry, CancellationToken cancellation) => _entries.FindAsync(entry, cancellation);

    /// <inheritdoc/>
    public Task<Page<EntryRecord>> EntriesAsync(EntryFilter filter, PageRequest page, CancellationToken cancellation) =>
        _list.ListAsync(filter, page, cancellation);

    /// <inheritdoc/>
    public async Task<bool> UpdateAsync(EntryMatching changed, long expectedVersion, CancellationToken cancellation) =>
        (await _moves.WriteAsync([new EntryUpdate(changed, expectedVersion)], cancellation))[0];

    /// <inheritdoc/>
    public Task<ImmutableArray<bool>> UpdateAsync(IReadOnlyList<EntryUpdate> updates, CancellationToken cancellation) =>
        _moves.WriteAsync(updates, cancellation);

    /// <inheritdoc/>
    public Task<ImmutableArray<EntryRecord>> ExplainedCreditsAsync(
        IReadOnlyCollection<Money> amounts, DateOnly since, CancellationToken cancellation) =>
        _entries.ExplainedCreditsAsync(amounts, since, cancellation);

    /// <inheritdoc/>
    public Task<ImmutableArray<string>> MoneyInFlightAsync(AccountId account, CancellationToken cancellation) =>
        _entries.MoneyInFlightAsync(account, cancellation);

    /// <inheritdoc/>
    public Task<bool> HasNewEntriesAsync(CancellationToken cancellation) => _waiting.HasNewEntriesAsync(cancellation);

    /// <summary>
    /// Carries through what a fall left behind and folds counts, for a timer to call; how many messages were sent again.
    /// </summary>
    public async Task<int> RelayAsync(CancellationToken cancellation)
    {
        await Counts.CompactAsync(cancellation);
        return await _waiting.RelayAsync(cancellation);
    }
}
