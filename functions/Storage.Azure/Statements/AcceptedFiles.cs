using System.Collections.Concurrent;
using Reconciliation.Domain.Matching;
using Reconciliation.Pipeline.Ports;

namespace Reconciliation.Storage.Azure.Statements;

/// <summary>
/// Which entries are in the books: an entry is entered before its file is accepted, and shows when it is. Acceptance is
/// final and so kept in mind; an entry that was moved was seen, and needs no question.
/// </summary>
internal sealed class AcceptedFiles(FileTable files)
{
    private const int Most = 50_000;

    private readonly ConcurrentDictionary<string, EntryDays> _accepted = new(StringComparer.Ordinal);

    public async ValueTask<bool> IsVisibleAsync(EntryRecord entry, CancellationToken cancellation) =>
        entry.Matching.State != EntryState.New || await FindAsync(entry.File, cancellation) is not null;

    /// <summary>The days of the entries that a file brought; null where it is not accepted.</summary>
    public async ValueTask<EntryDays?> FindAsync(string sha256, CancellationToken cancellation)
    {
        if (_accepted.TryGetValue(sha256, out var days))
            return days;
        if (await files.FindContentAsync(sha256, cancellation) is not { IsAccepted: true } content)
            return null;
        if (_accepted.Count >= Most)
            _accepted.Clear();
        return _accepted[sha256] = content.Days;
    }
}
