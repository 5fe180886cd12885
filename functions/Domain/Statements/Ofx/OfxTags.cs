using System.Runtime.Intrinsics;
using System.Text;

namespace Reconciliation.Domain.Statements.Ofx;

/// <summary>
/// The tags met so far in a file, found by their bytes, so that no tag costs a string. A file with more tags than the standard
/// has, or with tags made to collide, only loses this advantage.
/// </summary>
internal sealed class OfxTags
{
    private const int Slots = 1024;
    private const int MostProbes = 8;
    private const int Longest = 64;

    private readonly OfxTag?[] _tags = new OfxTag?[Slots];

    /// <summary>The tag with which the bytes, sixteen at least, begin; null where there is none, or one that is written in an unusual way.</summary>
    public OfxTag? Find(ReadOnlySpan<byte> bytes)
    {
        var next = Vector128.Create(bytes);
        var end = Vector128.IndexOfWhereAllBitsSet(Vector128.Equals(next, Vector128.Create((byte)'>')));
        if (end < 0)
            end = bytes[..Math.Min(bytes.Length, Longest)].IndexOf((byte)'>');
        if (end < 0)
            return null;
        var tag = bytes[..(end + 1)];
        var halves = (next & OfxTag.Mask(Math.Min(tag.Length, OfxTag.Short))).AsUInt64();
        var hash = unchecked((halves[0] * 0x9E3779B97F4A7C15UL) ^ (halves[1] * 0xC2B2AE3D27D4EB4FUL)) >> 40;
        for (var probe = 0UL; probe < MostProbes; probe++)
        {
            ref var slot = ref _tags[(int)((hash + probe) & (Slots - 1))];
            if (slot is null)
                return slot = New(tag);
            if (tag.SequenceEqual(slot.Bytes))
                return slot;
        }

        return New(tag);
    }

    /// <summary>Whether a character may stand in a name.</summary>
    public static bool IsNameCharacter(int character, bool isFirst) =>
        character is (>= 'A' and <= 'Z') or (>= 'a' and <= 'z') ||
        (!isFirst && character is (>= '0' and <= '9') or '.' or '_' or '-' or ':');

    private static OfxTag? New(ReadOnlySpan<byte> tag)
    {
        var name = tag[(tag[1] == '/' ? 2 : 1)..^1];
        if (name.IsEmpty)
            return null;
        for (var i = 0; i < name.Length; i++)
        {
            if (!IsNameCharacter(name[i], i == 0))
                return null;
        }

        return new OfxTag(tag.ToArray(), OfxName.Of(Encoding.ASCII.GetString(name).ToUpperInvariant()));
    }
}
