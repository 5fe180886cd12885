using System.Runtime.InteropServices;
using System.Text;

namespace Reconciliation.Domain.Statements.Text;

/// <summary>
/// Short texts that recur (codes, currencies, banks), so that each is one string however often it is met. A place holds
/// one text: another one that falls on it takes it over, so the memory is bounded.
/// </summary>
internal sealed class Vocabulary
{
    private const int Slots = 1024;
    private const int Longest = 64;

    private readonly string?[] _words = new string?[Slots];
    private readonly char[] _joined = new char[Longest];

    /// <summary>The text as a string.</summary>
    public string Word(ReadOnlySpan<char> text)
    {
        if (text.Length > Longest)
            return new string(text);
        ref var word = ref _words[(int)(Hash(text) & (Slots - 1))];
        return word is not null && text.SequenceEqual(word) ? word : word = new string(text);
    }

    /// <summary>A few bytes of valid UTF-8 as a string.</summary>
    public string Word(ReadOnlySpan<byte> text)
    {
        Span<char> characters = stackalloc char[8];
        return Word(characters[..Encoding.UTF8.GetChars(text, characters)]);
    }

    /// <summary>Texts one behind the other, as a string.</summary>
    public string Join(ReadOnlySpan<char> first, ReadOnlySpan<char> second, ReadOnlySpan<char> third = default, ReadOnlySpan<char> fourth = default, ReadOnlySpan<char> fifth = default)
    {
        if ((long)first.Length + second.Length + third.Length + fourth.Length + fifth.Length > Longest)
            return string.Concat(string.Concat(first, second, third), string.Concat(fourth, fifth));
        var rest = _joined.AsSpan();
        Append(first, ref rest);
        Append(second, ref rest);
        Append(third, ref rest);
        Append(fourth, ref rest);
        Append(fifth, ref rest);
        return Word(_joined.AsSpan(0, Longest - rest.Length));
    }

    private static void Append(ReadOnlySpan<char> text, ref Span<char> rest)
    {
        text.CopyTo(rest);
        rest = rest[text.Length..];
    }

    // Beginning, middle and end tell texts apart that recur; what falls together is only not remembered.
    private static ulong Hash(ReadOnlySpan<char> text)
    {
        const int read = 4;
        var hash = (ulong)text.Length;
        unchecked
        {
            if (text.Length < read)
            {
                foreach (var character in text)
                    hash = (hash ^ character) * 0x9E3779B97F4A7C15UL;
                return hash >> 40;
            }

            hash = (hash ^ Four(text)) * 0x9E3779B97F4A7C15UL;
            hash = (hash ^ Four(text[((text.Length - read) / 2)..])) * 0xC2B2AE3D27D4EB4FUL;
            return ((hash ^ Four(text[^read..])) * 0x9E3779B97F4A7C15UL) >> 40;
        }
    }

    private static ulong Four(ReadOnlySpan<char> text) => MemoryMarshal.Read<ulong>(MemoryMarshal.AsBytes(text));
}
