using System.Collections.Concurrent;
using Reconciliation.Pipeline.Ports;

namespace Reconciliation.Storage.Azure.Statements;

/// <summary>
/// Entries as they were last read or written, so that moving one that was just listed costs no read. A move names the
/// version it was decided on and is refused by the table where that is past, so what is kept here is never wrong.
/// <para>Two generations: when the younger is full it becomes the elder, and what was in the elder is forgotten. So the last
/// <see cref="MostOfAGeneration"/> entries at least are kept.</para>
/// </summary>
internal sealed class RecentEntries
{
    private const int MostOfAGeneration = 2500;

    private readonly Lock _turning = new();
    private volatile ConcurrentDictionary<string, EntryRecord> _young = new(StringComparer.Ordinal);
    private volatile ConcurrentDictionary<string, EntryRecord> _elder = new(StringComparer.Ordinal);

    public EntryRecord? Find(string entry, long version) => At(_young, entry, version) ?? At(_elder, entry, version);

    public EntryRecord Keep(EntryRecord entry)
    {
        if (_young.Count >= MostOfAGeneration)
            Turn();
        _young.AddOrUpdate(entry.Payment.Id, entry, (_, known) => known.Version > entry.Version ? known : entry);
        return entry;
    }

    private static EntryRecord? At(ConcurrentDictionary<string, EntryRecord> generation, string entry, long version) =>
        generation.TryGetValue(entry, out var known) && known.Version == version ? known : null;

    private void Turn()
    {
        lock (_turning)
        {
            if (_young.Count < MostOfAGeneration)
                return;
            _elder = _young;
            _young = new ConcurrentDictionary<string, EntryRecord>(StringComparer.Ordinal);
        }
    }
}
