using System.Collections.Concurrent;
using Reconciliation.Pipeline.Ports;

namespace Reconciliation.Storage.Azure.Statements;

/// <summary>
/// Entries as they were last read or written, so that moving one that was just listed costs no read. A move names the
/// version it was decided on and is refused by the table where that is past, so what is kept here is never wrong.
/// </summary>
internal sealed class RecentEntries
{
    private const int Most = 4000;

    private readonly ConcurrentDictionary<string, EntryRecord> _entries = new(StringComparer.Ordinal);

    public EntryRecord? Find(string entry, long version) =>
        _entries.TryGetValue(entry, out var known) && known.Version == version ? known : null;

    public EntryRecord Keep(EntryRecord entry)
    {
        if (_entries.Count >= Most)
            _entries.Clear();
        _entries.AddOrUpdate(entry.Payment.Id, entry, (_, known) => known.Version > entry.Version ? known : entry);
        return entry;
    }
}
