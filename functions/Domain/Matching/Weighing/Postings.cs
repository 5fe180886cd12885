using System.Runtime.InteropServices;

namespace Reconciliation.Domain.Matching.Weighing;

/// <summary>What stands under each key of an index, in the order in which it was added, each thing once.</summary>
internal sealed class Postings<T>
    where T : class
{
    private readonly Dictionary<IndexKey, List<T>> _byKey = [];

    public void Add(IndexKey key, T posted)
    {
        ref var list = ref CollectionsMarshal.GetValueRefOrAddDefault(_byKey, key, out _);
        list ??= new List<T>(1);
        // Things are added one after another with all their keys, so a repetition is always the last.
        if (list.Count == 0 || !ReferenceEquals(list[^1], posted))
            list.Add(posted);
    }

    public IReadOnlyList<T> Find(IndexKey key) => _byKey.TryGetValue(key, out var list) ? list : [];
}
