using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace Reconciliation.Pipeline.Ingest;

/// <summary>
/// How often each fingerprint passed. Nearly all pass once, so these are kept as their bare 128 bits in tables that grow one
/// by one: about 30 bytes each, a sixth of what texts in a dictionary take.
/// </summary>
internal sealed class FingerprintCounts
{
    private const int TableCount = 64;
    private const int Length = 16;

    private readonly Table[] _passed = [.. Enumerable.Range(0, TableCount).Select(_ => new Table())];
    private readonly Dictionary<UInt128, int> _repeated = [];

    /// <summary>The how-manieth of its fingerprint this one is, from 1.</summary>
    public int Next(string fingerprint)
    {
        var key = KeyOf(fingerprint);
        if (TableOf(key).TryAdd(key))
            return 1;
        ref var count = ref CollectionsMarshal.GetValueRefOrAddDefault(_repeated, key, out var isKnown);
        count = isKnown ? count + 1 : 2;
        return count;
    }

    /// <summary>How many of a fingerprint passed.</summary>
    public int Of(string fingerprint) => Of(KeyOf(fingerprint));

    /// <summary>Counts as many of each fingerprint as another does, where it counts fewer.</summary>
    public void RaiseTo(FingerprintCounts other)
    {
        foreach (var key in other._passed.SelectMany(table => table.Keys))
            RaiseTo(key, other.Of(key));
    }

    /// <summary>Counts so many of a fingerprint where it counts fewer.</summary>
    public void RaiseTo(string fingerprint, int count) => RaiseTo(KeyOf(fingerprint), count);

    private void RaiseTo(UInt128 key, int count)
    {
        TableOf(key).TryAdd(key);
        if (count > 1)
            _repeated[key] = Math.Max(count, _repeated.GetValueOrDefault(key));
    }

    private int Of(UInt128 key) => _repeated.TryGetValue(key, out var count) ? count : TableOf(key).Contains(key) ? 1 : 0;

    private Table TableOf(UInt128 key) => _passed[(int)(key >> 120) % TableCount];

    private static UInt128 KeyOf(string fingerprint)
    {
        Span<byte> bytes = stackalloc byte[Length];
        if (Convert.FromHexString(fingerprint, bytes, out _, out var written) != System.Buffers.OperationStatus.Done || written != Length)
            throw new ArgumentException($"'{fingerprint}' is no fingerprint.", nameof(fingerprint));
        var key = BinaryPrimitives.ReadUInt128BigEndian(bytes);
        // Zero marks a free place.
        return key == 0 ? 1 : key;
    }

    /// <summary>Keys in the place that their last bits name, else in the next that is free.</summary>
    private sealed class Table
    {
        private const int FirstSize = 16;

        private UInt128[] _places = new UInt128[FirstSize];
        private int _count;

        public bool TryAdd(UInt128 key)
        {
            var place = PlaceOf(key);
            if (_places[place] == key)
                return false;
            _places[place] = key;
            // Three quarters full, the ways to a free place begin to be long.
            if (++_count * 4 > _places.Length * 3)
                Grow();
            return true;
        }

        public IEnumerable<UInt128> Keys => _places.Where(key => key != 0);

        public bool Contains(UInt128 key) => _places[PlaceOf(key)] == key;

        private int PlaceOf(UInt128 key)
        {
            var last = _places.Length - 1;
            var place = (int)(key & (uint)last);
            while (_places[place] != 0 && _places[place] != key)
                place = (place + 1) & last;
            return place;
        }

        private void Grow()
        {
            var before = _places;
            _places = new UInt128[before.Length * 2];
            foreach (var key in before)
            {
                if (key != 0)
                    _places[PlaceOf(key)] = key;
            }
        }
    }
}
