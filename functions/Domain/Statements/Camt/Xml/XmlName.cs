using System.Buffers;
using System.Runtime.Intrinsics;
using System.Text;

namespace Reconciliation.Domain.Statements.Camt.Xml;

/// <summary>A qualified name of ASCII letters, as it stands in a tag.</summary>
internal sealed class XmlName
{
    /// <summary>What is shorter than this is compared in one step.</summary>
    public const int Short = 16;

    /// <summary>What may stand in a name besides the colon.</summary>
    public static readonly SearchValues<byte> Letters = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-."u8);

    private readonly Vector128<byte> _beginMask;
    private readonly Vector128<byte> _begin;
    private readonly Vector128<byte> _endMask;
    private readonly Vector128<byte> _end;

    private XmlName(byte[] bytes, string prefix, string local, int number)
    {
        (Bytes, Prefix, Local, Number) = (bytes, prefix, local, number);
        (Key, _) = Padded(bytes);
        (_begin, _beginMask) = Padded([(byte)'<', .. bytes]);
        (_end, _endMask) = Padded([.. "</"u8, .. bytes, (byte)'>']);
    }

    /// <summary>The name as written.</summary>
    public byte[] Bytes { get; }

    /// <summary>The bytes of a short name, with zeros behind; what no bytes are for a long one.</summary>
    public Vector128<byte> Key { get; }

    /// <summary>A number for tables; two names may share one.</summary>
    public int Number { get; }

    /// <summary>What stands before the colon; empty for none.</summary>
    public string Prefix { get; }

    /// <summary>The name without its prefix.</summary>
    public string Local { get; }

    /// <summary>The name that the bytes are; null where they are none, or one that is not of ASCII.</summary>
    public static XmlName? Of(ReadOnlySpan<byte> bytes, int number)
    {
        var colon = bytes.IndexOf((byte)':');
        var prefix = colon < 0 ? [] : bytes[..colon];
        var local = bytes[(colon + 1)..];
        return (colon < 0 || IsName(prefix)) && IsName(local)
            ? new XmlName(bytes.ToArray(), Encoding.ASCII.GetString(prefix), KnownNames.Of(Encoding.ASCII.GetString(local)), number)
            : null;
    }

    /// <summary>Covers so many bytes.</summary>
    public static Vector128<byte> Mask(int length) => Vector128.LessThan(Vector128<byte>.Indices, Vector128.Create((byte)length));

    /// <summary>The state of <see cref="OpenElements.Version"/> in which the prefix was found to be declared.</summary>
    public int KnownIn { get; set; }

    /// <summary>True where the bytes are a <c>&lt;</c> and this name, whatever follows; false also where that has no place in them.</summary>
    public bool Begins(Vector128<byte> bytes) => (bytes & _beginMask) == _begin;

    /// <summary>True where the bytes are the end tag of this name; false also where that has no place in them.</summary>
    public bool Ends(Vector128<byte> bytes) => (bytes & _endMask) == _end;

    // What is too long never fits: nothing under the mask, and something to compare with.
    private static (Vector128<byte> Key, Vector128<byte> Mask) Padded(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length >= Short)
            return (Vector128<byte>.One, Vector128<byte>.Zero);
        Span<byte> padded = stackalloc byte[Short];
        padded.Clear();
        bytes.CopyTo(padded);
        return (Vector128.Create<byte>(padded), Mask(bytes.Length));
    }

    private static bool IsName(ReadOnlySpan<byte> bytes) =>
        !bytes.IsEmpty
        && (char.IsAsciiLetter((char)bytes[0]) || bytes[0] == '_')
        && !bytes.ContainsAnyExcept(Letters);
}
