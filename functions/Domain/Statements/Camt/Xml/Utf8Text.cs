using System.Buffers;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Text;
using System.Text.Unicode;

namespace Reconciliation.Domain.Statements.Camt.Xml;

/// <summary>Character data in UTF-8: whether XML allows it, and what it says.</summary>
internal static class Utf8Text
{
    // Bytes that stand for themselves in character data: printable ASCII but for the marks and for the ] of ]]>.
    private static readonly SearchValues<byte> Plain = SearchValues.Create(
        [.. Enumerable.Range(0x20, 0x7F - 0x20).Select(b => (byte)b).Except("<&]"u8.ToArray())]);

    private static readonly SearchValues<byte> Controls = SearchValues.Create(
        [.. Enumerable.Range(0, 0x20).Select(b => (byte)b).Except("\t\n\r"u8.ToArray())]);

    // 0xEF begins the two characters that are none, U+FFFE and U+FFFF, among others.
    private static readonly SearchValues<byte> Doubtful = SearchValues.Create(
        [.. Enumerable.Range(0, 0x20).Select(b => (byte)b).Except("\t\n"u8.ToArray()), 0xEF]);

    // Besides ASCII that is not plain, 0xEF, which begins the two characters that are none, U+FFFE and U+FFFF, among others.
    private static readonly SearchValues<byte> NotSimple = SearchValues.Create([.. Enumerable.Range(0, 0x20).Select(b => (byte)b), .. "&]"u8, 0xEF]);

    /// <summary>
    /// Copies text without references up to the mark of a tag; gives the number of characters, and of bytes. Gives -1 where
    /// either span ends before, or where the text is another.
    /// </summary>
    public static int CopySimple(ReadOnlySpan<byte> text, Span<char> characters, out int bytes)
    {
        bytes = 0;
        var rest = text;
        var target = MemoryMarshal.Cast<char, ushort>(characters);
        while (rest.Length >= Vector128<byte>.Count && target.Length >= Vector128<byte>.Count)
        {
            var next = Vector128.Create(rest);
            var (low, high) = Vector128.Widen(next);
            low.CopyTo(target);
            high.CopyTo(target[Vector128<ushort>.Count..]);
            var marks = Vector128.Equals(next, Vector128.Create((byte)'<'))
                | Vector128.Equals(next, Vector128.Create((byte)'&'))
                | Vector128.Equals(next, Vector128.Create((byte)']'))
                | Vector128.LessThan(next, Vector128.Create((byte)' '))
                | Vector128.GreaterThan(next, Vector128.Create((byte)'~'));
            if (marks != Vector128<byte>.Zero)
            {
                bytes += Vector128.IndexOfWhereAllBitsSet(marks);
                return text[bytes] == '<' ? bytes : text[bytes] > '~' ? CopyBeyondAscii(text, characters, out bytes) : -1;
            }

            bytes += Vector128<byte>.Count;
            rest = rest[Vector128<byte>.Count..];
            target = target[Vector128<byte>.Count..];
        }

        return -1;
    }

    private static int CopyBeyondAscii(ReadOnlySpan<byte> text, Span<char> characters, out int bytes)
    {
        bytes = text[..Math.Min(text.Length, characters.Length)].IndexOf((byte)'<');
        if (bytes < 0)
            return -1;
        text = text[..bytes];
        if (text.ContainsAny(NotSimple) || Utf8.ToUtf16(text, characters, out _, out var length, replaceInvalidSequences: false) != OperationStatus.Done)
            return -1;
        return characters[..length].IsWhiteSpace() ? -1 : length;
    }

    /// <summary>The first byte that is not plain; -1 for none.</summary>
    public static int EndOfPlain(ReadOnlySpan<byte> text) => text.IndexOfAnyExcept(Plain);

    /// <summary>
    /// True for nothing but characters that XML allows, with line ends of one or two bytes: a carriage return alone is left
    /// to others, as lines are counted by it.
    /// </summary>
    public static bool IsAllowed(ReadOnlySpan<byte> text) => Utf8.IsValid(text) && (!text.ContainsAny(Doubtful) || IsAllowedStill(text));

    private static bool IsAllowedStill(ReadOnlySpan<byte> text) =>
        !text.ContainsAny(Controls)
        && text.IndexOf("\uFFFE"u8) < 0
        && text.IndexOf("\uFFFF"u8) < 0
        && text.Count((byte)'\r') == text.Count("\r\n"u8);

    /// <summary>True for character data between tags that XML allows and that <see cref="Decode"/> understands.</summary>
    public static bool IsCharacterData(ReadOnlySpan<byte> text)
    {
        if (!IsAllowed(text) || text.IndexOf("]]>"u8) >= 0)
            return false;
        for (var at = text.IndexOf((byte)'&'); at >= 0; at = text.IndexOf((byte)'&'))
        {
            text = text[(at + 1)..];
            if (Reference(text, out _) == 0)
                return false;
        }

        return true;
    }

    /// <summary>What character data says: references resolved, line ends as one line feed. Gives the length.</summary>
    public static int Decode(ReadOnlySpan<byte> text, Span<char> characters)
    {
        if (text.IndexOfAny((byte)'&', (byte)'\r') < 0)
            return Encoding.UTF8.GetChars(text, characters);
        var length = 0;
        while (!text.IsEmpty)
        {
            var mark = text.IndexOfAny((byte)'&', (byte)'\r');
            var plain = mark < 0 ? text : text[..mark];
            length += Encoding.UTF8.GetChars(plain, characters[length..]);
            text = text[plain.Length..];
            if (mark < 0)
                break;
            var isReference = text[0] == '&';
            text = text[1..];
            if (!isReference)
                continue;
            text = text[Reference(text, out var rune)..];
            length += rune.EncodeToUtf16(characters[length..]);
        }

        return length;
    }

    /// <summary>As <see cref="Decode"/> of a section, in which a reference is none.</summary>
    public static int DecodeSection(ReadOnlySpan<byte> text, Span<char> characters)
    {
        var length = Encoding.UTF8.GetChars(text, characters);
        var written = 0;
        foreach (var character in characters[..length])
        {
            if (character != '\r')
                characters[written++] = character;
        }

        return written;
    }

    // How many bytes a reference has behind its ampersand; 0 where it is none, or one to a blank, which is seen as none.
    private static int Reference(ReadOnlySpan<byte> text, out Rune rune)
    {
        rune = default;
        var end = text[..Math.Min(text.Length, 10)].IndexOf((byte)';');
        if (end < 1)
            return 0;
        var name = text[..end];
        var code =
            name.SequenceEqual("amp"u8) ? '&'
            : name.SequenceEqual("lt"u8) ? '<'
            : name.SequenceEqual("gt"u8) ? '>'
            : name.SequenceEqual("quot"u8) ? '"'
            : name.SequenceEqual("apos"u8) ? '\''
            : name[0] == '#' ? Number(name[1..])
            : 0;
        return code > ' ' && code is not (0xFFFE or 0xFFFF) && Rune.TryCreate(code, out rune) ? end + 1 : 0;
    }

    private static int Number(ReadOnlySpan<byte> digits)
    {
        var isHexadecimal = !digits.IsEmpty && digits[0] == 'x';
        var code = 0;
        foreach (var digit in isHexadecimal ? digits[1..] : digits)
        {
            if (!(isHexadecimal ? char.IsAsciiHexDigit((char)digit) : char.IsAsciiDigit((char)digit)))
                return 0;
            code = (code * (isHexadecimal ? 16 : 10)) + (digit <= '9' ? digit - '0' : (digit | 0x20) - 'a' + 10);
        }

        return code;
    }
}
