using System.Collections.Immutable;
using Reconciliation.Domain;
using Reconciliation.Domain.Ledger;
using Reconciliation.Domain.Matching;
using Reconciliation.Domain.Statements;
using Reconciliation.Domain.Statements.Diagnostics;

namespace Reconciliation.Pipeline.Ports;

/// <summary>
/// Statements, their entries, and how each entry is explained.
/// <para>Entries are staged under the content hash of their file and become visible, all at once, when the file is
/// accepted. Acceptance publishes <see cref="Messages.EntriesAccepted"/> at least once.</para>
/// </summary>
public interface IStatementStore
{
    /// <summary>
    /// What is known of a file's content; null for content never seen. Records are kept by content and name; where one
    /// content arrived under several names, the accepted one leads, else the last.
    /// </summary>
    Task<FileRecord?> FindFileAsync(string sha256, CancellationToken cancellation);

    /// <summary>Starts staging anew: what an interrupted attempt left under this hash is dropped.</summary>
    Task BeginStagingAsync(string sha256, CancellationToken cancellation);

    /// <summary>Adds entries to what is staged; a batch is whole or absent.</summary>
    Task StageAsync(string sha256, IReadOnlyList<StagedEntry> entries, CancellationToken cancellation);

    /// <summary>
    /// Accepts a file: its statements and staged entries become visible in one step. An entry whose identifier is known
    /// already is recorded as seen again and not entered twice. Safe to repeat. Content that was accepted under another
    /// name enters nothing: this name is recorded as a duplicate, and every entry of it is known.
    /// <para>The record is kept with the counts that the acceptance came to, whatever it says itself. Where another number
    /// of entries lies staged than <paramref name="stagedEntries"/>, nothing is accepted and
    /// <see cref="StagingOverlapException"/> is thrown: two attempts at one content ran at once, and one of them is to be
    /// repeated.</para>
    /// </summary>
    Task<AcceptedEntries> AcceptAsync(
        FileRecord file, ImmutableArray<StatementRecord> statements, CancellationToken cancellation, int? stagedEntries = null);

    /// <summary>
    /// Records a file that was not accepted (duplicate or quarantined) and drops what is staged of it. Safe to repeat; a
    /// record that says accepted stays.
    /// </summary>
    Task RecordAsync(FileRecord file, CancellationToken cancellation);

    /// <summary>The files, newest arrival first.</summary>
    Task<Page<FileRecord>> FilesAsync(FileStatus? status, PageRequest page, CancellationToken cancellation);

    /// <summary>Where a bank account stands; null where no statement of it was accepted.</summary>
    Task<BankPosition?> PositionAsync(BankAccountId account, CancellationToken cancellation);

    /// <summary>Where every bank account stands, by key.</summary>
    Task<ImmutableArray<BankPosition>> PositionsAsync(CancellationToken cancellation);

    /// <summary>How many accepted entries have each of the given fingerprints; those without any may be left out.</summary>
    Task<IReadOnlyDictionary<string, int>> OccurrencesAsync(IReadOnlyCollection<string> fingerprints, CancellationToken cancellation);

    /// <summary>An entry with its state; null where it is unknown.</summary>
    Task<EntryRecord?> FindEntryAsync(string entry, CancellationToken cancellation);

    /// <summary>Entries in one of the given states (all for none given), in order of booking day and identifier.</summary>
    Task<Page<EntryRecord>> EntriesAsync(EntryFilter filter, PageRequest page, CancellationToken cancellation);

    /// <summary>
    /// Writes the state of an entry, if it is still at <paramref name="expectedVersion"/>; false where somebody was
    /// faster. An entry counts as charges in the trial balance while it is explained as a bank charge.
    /// </summary>
    Task<bool> UpdateAsync(EntryMatching changed, long expectedVersion, CancellationToken cancellation);

    /// <summary>
    /// Writes several states as <see cref="UpdateAsync(EntryMatching, long, CancellationToken)"/> does each, in as few steps
    /// as the adapter can; each is written or not by itself. A write raises the version by one.
    /// </summary>
    /// <returns>For each, in order, whether it was written.</returns>
    Task<ImmutableArray<bool>> UpdateAsync(IReadOnlyList<EntryUpdate> updates, CancellationToken cancellation);

    /// <summary>
    /// Explained money in of exactly one of the amounts, booked on or after a day, in order of booking day and identifier:
    /// what returns may undo.
    /// </summary>
    Task<ImmutableArray<EntryRecord>> ExplainedCreditsAsync(
        IReadOnlyCollection<Money> amounts, DateOnly since, CancellationToken cancellation);

    /// <summary>Entries not yet explained that may be this account's: those with a candidate in it, and those claimed for it.</summary>
    Task<ImmutableArray<string>> MoneyInFlightAsync(AccountId account, CancellationToken cancellation);

    /// <summary>True while accepted entries wait for the matcher.</summary>
    Task<bool> HasNewEntriesAsync(CancellationToken cancellation);
}

/// <summary>What became of a file.</summary>
public enum FileStatus
{
    /// <summary>Its entries are in the books.</summary>
    Accepted,

    /// <summary>The same content, or the same statements, were accepted before.</summary>
    Duplicate,

    /// <summary>It is kept aside with its report; nothing of it is in the books.</summary>
    Quarantined,
}

/// <summary>What is known of a file.</summary>
/// <param name="Sha256">SHA-256 of its bytes, lower-case hexadecimal.</param>
/// <param name="Name">The name under which it arrived.</param>
/// <param name="Status">What became of it.</param>
/// <param name="Format">The format found; null where none was.</param>
/// <param name="ArrivedAt">When it was taken up.</param>
/// <param name="Diagnostics">What was found in it.</param>
/// <param name="StatementCount">How many statements it holds.</param>
/// <param name="NewEntries">How many entries it brought.</param>
/// <param name="KnownEntries">How many of its entries were known already.</param>
/// <param name="IsReleased">A person let it in despite its errors.</param>
public sealed record FileRecord(
    string Sha256,
    string Name,
    FileStatus Status,
    StatementFormat? Format,
    DateTimeOffset ArrivedAt,
    ImmutableArray<FindingRecord> Diagnostics,
    int StatementCount,
    int NewEntries,
    int KnownEntries,
    bool IsReleased = false);

/// <summary>A diagnostic as it is kept and shown.</summary>
/// <param name="Code">The rule's stable code.</param>
/// <param name="Severity">What follows from it.</param>
/// <param name="Line">The line from 1; 0 for none.</param>
/// <param name="Field">The element, tag or column; null for none.</param>
/// <param name="Value">The value seen; null for none.</param>
/// <param name="Message">What was found.</param>
/// <param name="Remedy">What to do about it.</param>
public sealed record FindingRecord(string Code, Severity Severity, int Line, string? Field, string? Value, string Message, string Remedy)
{
    /// <summary>The record of a diagnostic.</summary>
    public static FindingRecord Of(Diagnostic diagnostic) => new(
        diagnostic.Code, diagnostic.Severity, diagnostic.Line, diagnostic.Field, diagnostic.Value, diagnostic.Message, diagnostic.Rule.Remedy);
}

/// <summary>A statement as accepted.</summary>
/// <param name="Account">The bank account.</param>
/// <param name="Number">The bank's number; null for none.</param>
/// <param name="Opening">Booked balance before; null where not stated.</param>
/// <param name="Closing">Booked balance after; null where not stated.</param>
/// <param name="FirstDay">The first booking day in it; null without entries.</param>
/// <param name="LastDay">The last booking day in it, else the closing balance's day; null where neither is known.</param>
/// <param name="EntryCount">How many booked entries it holds.</param>
public sealed record StatementRecord(
    BankAccountId Account, string? Number, Balance? Opening, Balance? Closing, DateOnly? FirstDay, DateOnly? LastDay, int EntryCount);

/// <summary>An entry on its way in.</summary>
/// <param name="Identity">Its identity across files.</param>
/// <param name="Account">The bank account.</param>
/// <param name="Entry">What the bank says; one payment (batches are split).</param>
public sealed record StagedEntry(EntryIdentity Identity, BankAccountId Account, StatementEntry Entry);

/// <summary>What an acceptance entered.</summary>
/// <param name="New">Entries entered.</param>
/// <param name="Known">Entries that were known already.</param>
public readonly record struct AcceptedEntries(int New, int Known);

/// <summary>
/// Where a bank account stands by its accepted statements. First and last go by the days of the statements, whatever
/// their order of arrival, so that first opening plus entries is the last closing.
/// </summary>
/// <param name="Account">The bank account.</param>
/// <param name="Currency">Its currency.</param>
/// <param name="Closing">The last closing balance stated; null where none ever was.</param>
/// <param name="Through">The last day that accepted statements cover; null where unknown.</param>
/// <param name="EntryTotal">The sum of every accepted entry.</param>
/// <param name="FirstOpening">The opening balance of its first accepted statement; null where none was stated.</param>
/// <param name="LastNumber">The number of the statement that <paramref name="Closing"/> is from; null for none.</param>
public sealed record BankPosition(
    BankAccountId Account, Currency Currency, Balance? Closing, DateOnly? Through, Money EntryTotal, Balance? FirstOpening, string? LastNumber);

/// <summary>An accepted entry with its state.</summary>
/// <param name="Payment">What the bank says, with identifier and account.</param>
/// <param name="File">The hash of the file that brought it.</param>
/// <param name="Matching">How it is explained.</param>
/// <param name="Version">The version that an update must name.</param>
public sealed record EntryRecord(Payment Payment, string File, EntryMatching Matching, long Version);

/// <summary>A state to write.</summary>
/// <param name="Changed">The state.</param>
/// <param name="ExpectedVersion">The version that it was decided on.</param>
public sealed record EntryUpdate(EntryMatching Changed, long ExpectedVersion);

/// <summary>Which entries to show.</summary>
/// <param name="States">The states; all for none.</param>
/// <param name="File">Only those a file brought; null for any.</param>
/// <param name="Account">Only those of a bank account; null for any.</param>
/// <param name="From">The first booking day; null for any.</param>
/// <param name="To">The last booking day, inclusive; null for any.</param>
public sealed record EntryFilter(
    ImmutableArray<EntryState> States, string? File = null, BankAccountId? Account = null, DateOnly? From = null, DateOnly? To = null);
