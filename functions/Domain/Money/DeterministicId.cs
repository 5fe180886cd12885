using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Reconciliation.Domain;

/// <summary>
/// Identifiers derived from what they identify, so that repeating a step names the same thing again. An identifier
/// is 128 bits of SHA-256 over the length-prefixed parts, in lower-case hexadecimal.
/// </summary>
public static class DeterministicId
{
    private const int LongestPrefix = 11;
    private const int ShortText = 1024;

    /// <summary>The identifier of the given parts; their order matters, and no two lists of parts run together.</summary>
    public static string Of(params ReadOnlySpan<string> parts)
    {
        var most = 0;
        foreach (var part in parts)
            most += LongestPrefix + Encoding.UTF8.GetMaxByteCount(part.Length);
        var rented = most > ShortText ? ArrayPool<byte>.Shared.Rent(most) : null;
        Span<byte> text = rented is null ? stackalloc byte[ShortText] : rented;
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(text[..Write(parts, text)], hash);
        if (rented is not null)
            ArrayPool<byte>.Shared.Return(rented);
        return Convert.ToHexStringLower(hash[..16]);
    }

    // The prefix counts UTF-16 units: what is stored was identified so.
    private static int Write(ReadOnlySpan<string> parts, Span<byte> text)
    {
        var length = 0;
        foreach (var part in parts)
        {
            part.Length.TryFormat(text[length..], out var digits, default, CultureInfo.InvariantCulture);
            length += digits;
            text[length++] = (byte)':';
            length += Encoding.UTF8.GetBytes(part, text[length..]);
        }

        return length;
    }
}
