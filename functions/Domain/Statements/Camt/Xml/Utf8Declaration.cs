namespace Reconciliation.Domain.Statements.Camt.Xml;

/// <summary>The declaration at the beginning of a document: <c>&lt;?xml version="1.0" encoding="UTF-8"?&gt;</c>.</summary>
internal static class Utf8Declaration
{
    private const int MostBytes = 256;

    /// <summary>How it begins, but for the blank behind.</summary>
    public static ReadOnlySpan<byte> Start => "<?xml"u8;

    /// <summary>True where one begins.</summary>
    public static bool Begins(ReadOnlySpan<byte> bytes) =>
        bytes.Length > Start.Length && bytes.StartsWith(Start) && bytes[Start.Length] is (byte)' ' or (byte)'\t' or (byte)'\n' or (byte)'\r';

    /// <summary>The length of the declaration that begins; 0 where it is none in the usual form.</summary>
    public static int Length(ReadOnlySpan<byte> bytes)
    {
        var length = bytes[..Math.Min(bytes.Length, MostBytes)].IndexOf("?>"u8);
        if (length < 0 || !bytes.StartsWith(Start))
            return 0;
        var rest = bytes[Start.Length..length];
        return Take(ref rest, "version"u8) is [(byte)'1', (byte)'.', (byte)'0'] && IsName(Take(ref rest, "encoding"u8))
            && Take(ref rest, "standalone"u8) is [] or [(byte)'y', (byte)'e', (byte)'s'] or [(byte)'n', (byte)'o'] && rest.Trim((byte)' ').IsEmpty
            ? length + 2
            : 0;
    }

    // The value of a part, empty where it is not there; what is left unread shows that it was written in another way.
    private static ReadOnlySpan<byte> Take(ref ReadOnlySpan<byte> rest, ReadOnlySpan<byte> name)
    {
        var part = rest.TrimStart((byte)' ');
        if (part.Length == rest.Length || !part.StartsWith(name) || part.Length < name.Length + 3 || part[name.Length] != '=')
            return [];
        var quote = part[name.Length + 1];
        var value = part[(name.Length + 2)..];
        var end = quote is (byte)'"' or (byte)'\'' ? value.IndexOf(quote) : -1;
        if (end <= 0)
            return [];
        rest = value[(end + 1)..];
        return value[..end];
    }

    private static bool IsName(ReadOnlySpan<byte> value) =>
        !value.ContainsAnyExcept(XmlName.Letters);
}
