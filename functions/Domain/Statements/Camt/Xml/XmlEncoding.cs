using System.Text;

namespace Reconciliation.Domain.Statements.Camt.Xml;

/// <summary>The encoding of an XML file: its byte order mark, else its first bytes, else what its declaration says.</summary>
/// <param name="Encoding">How to decode the file.</param>
/// <param name="PreambleLength">How many bytes the byte order mark has.</param>
/// <param name="Departure">What the declaration says that the bytes belie; null where they agree.</param>
internal readonly record struct XmlEncoding(Encoding Encoding, int PreambleLength, string? Departure)
{
    /// <summary>How many bytes it takes to tell the encoding.</summary>
    public const int DeclarationLength = 256;

    // The byte order marks, the longer before those that they begin with.
    private static readonly (byte[] Mark, Encoding Encoding)[] Marks =
    [
        ([0xEF, 0xBB, 0xBF], Encoding.UTF8),
        ([0xFF, 0xFE, 0x00, 0x00], new UTF32Encoding(bigEndian: false, byteOrderMark: true)),
        ([0x00, 0x00, 0xFE, 0xFF], new UTF32Encoding(bigEndian: true, byteOrderMark: true)),
        ([0xFF, 0xFE], Encoding.Unicode),
        ([0xFE, 0xFF], Encoding.BigEndianUnicode),
    ];

    /// <summary>The encoding of a file that begins with <paramref name="head"/>.</summary>
    public static XmlEncoding Of(ReadOnlySpan<byte> head)
    {
        foreach (var (mark, encoding) in Marks)
        {
            if (head.StartsWith(mark))
                return new XmlEncoding(encoding, mark.Length, null);
        }

        if (head.StartsWith("<\0"u8))
            return new XmlEncoding(Encoding.Unicode, 0, null);
        if (head.StartsWith("\0<"u8))
            return new XmlEncoding(Encoding.BigEndianUnicode, 0, null);
        return OfDeclaration(Encoding.Latin1.GetString(head[..Math.Min(head.Length, DeclarationLength)]));
    }

    /// <summary>The characters of <paramref name="head"/>; what does not decode becomes U+FFFD.</summary>
    public string Decode(ReadOnlySpan<byte> head) => Encoding.GetString(head[PreambleLength..]);

    private static XmlEncoding OfDeclaration(string head)
    {
        var name = Declared(head);
        if (name is null || name.Equals("UTF-8", StringComparison.OrdinalIgnoreCase))
            return new XmlEncoding(Encoding.UTF8, 0, null);
        if (TryFind(name) is not { } encoding)
            return new XmlEncoding(Encoding.UTF8, 0, $"The file declares the encoding '{name}', which is not known; it was read as UTF-8.");
        // Programs that write XML to a string declare UTF-16 and then save the string as UTF-8.
        if (encoding.GetByteCount("<") > 1)
            return new XmlEncoding(Encoding.UTF8, 0, $"The file declares the encoding '{name}', but its bytes are UTF-8.");
        // ASCII is the part of UTF-8 that needs no care; files that declare it and go beyond are UTF-8.
        return new XmlEncoding(encoding is ASCIIEncoding ? Encoding.UTF8 : encoding, 0, null);
    }

    private static string? Declared(string head)
    {
        var declaration = head.TrimStart();
        var end = declaration.IndexOf("?>", StringComparison.Ordinal);
        var label = declaration.IndexOf("encoding", StringComparison.Ordinal);
        if (!declaration.StartsWith("<?xml", StringComparison.Ordinal) || label < 0 || label > end)
            return null;
        var parts = declaration[label..end].Split('"', '\'');
        return parts.Length > 1 ? parts[1].Trim() : null;
    }

    private static Encoding? TryFind(string name)
    {
        try
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Encoding.GetEncoding(name);
        }
        catch (Exception unknown) when (unknown is ArgumentException or NotSupportedException)
        {
            // The class library has no question for "is this name known" beside this one.
            return null;
        }
    }
}
