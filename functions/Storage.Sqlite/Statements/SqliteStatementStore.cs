using System.Collections.Concurrent;
using System.Collections.Immutable;
using Reconciliation.Domain;
using Reconciliation.Domain.Ledger;
using Reconciliation.Domain.Matching;
using Reconciliation.Domain.Statements;
using Reconciliation.Pipeline.Ports;

namespace Reconciliation.Storage.Sqlite;

/// <summary>Statements and their entries in the database file.</summary>
public sealed class SqliteStatementStore : IStatementStore
{
    private readonly SqliteDatabase _database;
    private readonly Acceptance _acceptance;
    private readonly EntryMoves _moves;
    private readonly ConcurrentBag<StagedBatch> _batches = [];

    internal SqliteStatementStore(SqliteDatabase database, ChartBalances balances, Outbox outbox)
    {
        _database = database;
        _acceptance = new Acceptance(balances, outbox);
        _moves = new EntryMoves(balances);
    }

    /// <inheritdoc/>
    public Task<FileRecord?> FindFileAsync(string sha256, CancellationToken cancellation) =>
        _database.ReadAsync(session => FileRows.Find(session, sha256), cancellation);

    /// <inheritdoc/>
    public Task BeginStagingAsync(string sha256, CancellationToken cancellation) =>
        _database.WriteAsync(session => StagedRows.Begin(session, sha256), cancellation);

    /// <inheritdoc/>
    public Task StageAsync(string sha256, IReadOnlyList<StagedEntry> entries, CancellationToken cancellation) =>
        // Elsewhere than the caller, who reads on meanwhile.
        Task.Run(() => StageHereAsync(sha256, entries, cancellation), cancellation);

    /// <inheritdoc/>
    public Task<AcceptedEntries> AcceptAsync(
        FileRecord file, ImmutableArray<StatementRecord> statements, CancellationToken cancellation, int? stagedEntries = null) =>
        file.Status == FileStatus.Accepted
            ? _database.WriteDurablyAsync(session => _acceptance.Accept(session, file, statements, stagedEntries), cancellation)
            : throw new ArgumentException($"The record of {file.Name} says {file.Status}.", nameof(file));

    /// <inheritdoc/>
    public Task RecordAsync(FileRecord file, CancellationToken cancellation) =>
        file.Status != FileStatus.Accepted
            ? _database.WriteDurablyAsync(session => Record(session, file), cancellation)
            : throw new ArgumentException($"The record of {file.Name} says {file.Status}.", nameof(file));

    /// <inheritdoc/>
    public Task<Page<FileRecord>> FilesAsync(FileStatus? status, PageRequest page, CancellationToken cancellation) =>
        _database.ReadAsync(session => FileRows.List(session, status, page), cancellation);

    /// <inheritdoc/>
    public Task<BankPosition?> PositionAsync(BankAccountId account, CancellationToken cancellation) =>
        _database.ReadAsync(session => BankAccountRows.Position(session, account), cancellation);

    /// <inheritdoc/>
    public Task<ImmutableArray<BankPosition>> PositionsAsync(CancellationToken cancellation) =>
        _database.ReadAsync(BankAccountRows.Positions, cancellation);

    /// <inheritdoc/>
    public Task<IReadOnlyDictionary<string, int>> OccurrencesAsync(
        IReadOnlyCollection<string> fingerprints, CancellationToken cancellation) =>
        _database.ReadAsync<IReadOnlyDictionary<string, int>>(
            session => fingerprints.Distinct().ToDictionary(one => one, one => EntryRows.Occurrences(session, one)), cancellation);

    /// <inheritdoc/>
    public Task<EntryRecord?> FindEntryAsync(string entry, CancellationToken cancellation) =>
        _database.ReadAsync(session => EntryRows.Find(session, entry), cancellation);

    /// <inheritdoc/>
    public Task<Page<EntryRecord>> EntriesAsync(EntryFilter filter, PageRequest page, CancellationToken cancellation) =>
        _database.ReadAsync(session => EntryRows.List(session, filter, page), cancellation);

    /// <inheritdoc/>
    public Task<bool> UpdateAsync(EntryMatching changed, long expectedVersion, CancellationToken cancellation) =>
        _database.WriteAsync(session => _moves.Write(session, changed, expectedVersion), cancellation);

    /// <inheritdoc/>
    public Task<ImmutableArray<bool>> UpdateAsync(IReadOnlyList<EntryUpdate> updates, CancellationToken cancellation) =>
        _database.WriteAsync(
            session => updates.Select(update => _moves.Write(session, update.Changed, update.ExpectedVersion)).ToImmutableArray(), cancellation);

    /// <inheritdoc/>
    public Task<ImmutableArray<EntryRecord>> ExplainedCreditsAsync(
        IReadOnlyCollection<Money> amounts, DateOnly since, CancellationToken cancellation) =>
        _database.ReadAsync(session => EntryRows.ExplainedCredits(session, amounts, since), cancellation);

    /// <inheritdoc/>
    public Task<ImmutableArray<string>> MoneyInFlightAsync(AccountId account, CancellationToken cancellation) =>
        _database.ReadAsync(session => EntryRows.InFlight(session, account), cancellation);

    /// <inheritdoc/>
    public Task<bool> HasNewEntriesAsync(CancellationToken cancellation) =>
        _database.ReadAsync(EntryRows.HasNew, cancellation);

    private async Task StageHereAsync(string sha256, IReadOnlyList<StagedEntry> entries, CancellationToken cancellation)
    {
        var batch = _batches.TryTake(out var idle) ? idle : new StagedBatch();
        batch.Fill(entries);
        await _database.WriteAsync(session => StagedRows.Add(session, sha256, batch), cancellation);
        _batches.Add(batch);
    }

    private static bool Record(SqliteSession session, FileRecord file)
    {
        StagedRows.Drop(session, file.Sha256);
        FileRows.Put(session, file);
        return true;
    }
}
