using System.Runtime.Intrinsics;

namespace Reconciliation.Domain.Statements.Camt.Xml;

/// <summary>
/// The names met so far, found by their bytes, so that no tag costs a string. A file with more names than a message has,
/// or with names made to collide, only loses this advantage.
/// </summary>
internal sealed class XmlNames
{
    private const int Slots = 1024;
    private const int MostProbes = 8;

    private readonly XmlName?[] _names = new XmlName?[Slots];
    private int _count;

    /// <summary>
    /// The name that begins a tag and where it ends; null where there is no name. Nothing where the bytes end within it.
    /// </summary>
    public bool TryTake(ReadOnlySpan<byte> bytes, out int length, out XmlName? name)
    {
        name = null;
        if (bytes.Length >= XmlName.Short)
        {
            var next = Vector128.Create(bytes);
            var ends = Vector128.Equals(next, Vector128.Create((byte)'>'))
                | Vector128.Equals(next, Vector128.Create((byte)'/'))
                | Vector128.LessThanOrEqual(next, Vector128.Create((byte)' '));
            length = Vector128.IndexOfWhereAllBitsSet(ends);
            if (length >= 0)
            {
                name = Find(next & XmlName.Mask(length), bytes[..length]);
                return true;
            }
        }

        length = 0;
        while (length < bytes.Length && bytes[length] is > (byte)' ' and not ((byte)'>' or (byte)'/'))
            length++;
        if (length == bytes.Length)
            return false;
        name = Find(bytes[..length]);
        return true;
    }

    /// <summary>The name that the bytes are; null where they are none.</summary>
    public XmlName? Find(ReadOnlySpan<byte> bytes)
    {
        var hash = (ulong)bytes.Length;
        foreach (var value in bytes)
            hash = unchecked((hash ^ value) * 1099511628211UL);
        for (var probe = 0; probe < MostProbes; probe++)
        {
            ref var slot = ref Slot(hash, probe);
            if (slot is null)
                return slot = New(bytes);
            if (bytes.SequenceEqual(slot.Bytes))
                return slot;
        }

        return New(bytes);
    }

    private XmlName? Find(Vector128<byte> key, ReadOnlySpan<byte> bytes)
    {
        var halves = key.AsUInt64();
        var hash = unchecked((halves[0] * 0x9E3779B97F4A7C15UL) ^ (halves[1] * 0xC2B2AE3D27D4EB4FUL));
        for (var probe = 0; probe < MostProbes; probe++)
        {
            ref var slot = ref Slot(hash >> 40, probe);
            if (slot is null)
                return slot = New(bytes);
            if (slot.Key == key)
                return slot;
        }

        return New(bytes);
    }

    private XmlName? New(ReadOnlySpan<byte> bytes) => XmlName.Of(bytes, _count = (_count + 1) & (Slots - 1));

    private ref XmlName? Slot(ulong hash, int probe) => ref _names[(int)((hash + (ulong)probe) & (Slots - 1))];
}
