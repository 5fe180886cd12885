using System.Buffers.Binary;
using System.Text;

namespace Reconciliation.Domain.Statements.Text;

/// <summary>
/// Short texts of UTF-8 as strings, the same string where a text came lately: names, accounts and kinds repeat themselves in a
/// file. It holds a fixed number of them.
/// </summary>
internal sealed class SharedTexts
{
    private const int Slots = 2048;
    private const int Longest = 64;

    private readonly string?[] _texts = new string?[Slots];

    /// <summary>The string of a text.</summary>
    public string Of(ReadOnlySpan<byte> utf8)
    {
        if (utf8.Length > Longest)
            return Encoding.UTF8.GetString(utf8);
        ref var slot = ref _texts[Slot(utf8)];
        if (slot is { } known && Ascii.Equals(utf8, known))
            return known;
        return slot = Encoding.UTF8.GetString(utf8);
    }

    private static int Slot(ReadOnlySpan<byte> text)
    {
        var hash = (ulong)text.Length;
        for (; text.Length >= sizeof(ulong); text = text[sizeof(ulong)..])
            hash = unchecked((hash ^ BinaryPrimitives.ReadUInt64LittleEndian(text)) * 0x9E3779B97F4A7C15UL);
        foreach (var value in text)
            hash = unchecked((hash ^ value) * 0x9E3779B97F4A7C15UL);
        return (int)(hash >> 40) & (Slots - 1);
    }
}
