namespace Reconciliation.Domain.Statements.Ofx;

/// <summary>
/// What stands before the content: the <c>KEY:VALUE</c> lines of OFX 1, which some banks write without line breaks, or
/// the attributes of the processing instructions of OFX 2.
/// </summary>
internal static class OfxHeader
{
    private static readonly string[] Keys =
        ["OFXHEADER", "DATA", "VERSION", "SECURITY", "ENCODING", "CHARSET", "COMPRESSION", "OLDFILEUID", "NEWFILEUID"];

    /// <summary>The value of a key of an OFX 1 header; null where the header does not have it.</summary>
    public static string? Value(string header, string key)
    {
        var start = header.IndexOf(key + ":", StringComparison.OrdinalIgnoreCase);
        if (start < 0)
            return null;
        var value = header[(start + key.Length + 1)..];
        var end = Keys.Select(k => value.IndexOf(k + ":", StringComparison.OrdinalIgnoreCase)).Where(i => i >= 0)
            .Append(value.AsSpan().IndexOfAny(" \t\r\n") is >= 0 and var blank ? blank : value.Length).Min();
        return value[..end];
    }

    /// <summary>The value of an attribute of an OFX 2 instruction; null where it is not given.</summary>
    public static string? Attribute(string instruction, string name)
    {
        var start = instruction.IndexOf(name + "=", StringComparison.OrdinalIgnoreCase) + name.Length + 1;
        if (start <= name.Length || start >= instruction.Length || instruction[start] is not ('"' or '\''))
            return null;
        var end = instruction.IndexOf(instruction[start], start + 1);
        return end < 0 ? null : instruction[(start + 1)..end];
    }

    /// <summary>
    /// The encoding that an OFX 1 header declares: CHARSET names the page where ENCODING only says USASCII. Null for none.
    /// </summary>
    public static string? Encoding(string header)
    {
        var encoding = Value(header, "ENCODING");
        var charset = Value(header, "CHARSET");
        return encoding?.ToUpperInvariant() is "" or "NONE" or "USASCII" or "US-ASCII" or null && !string.IsNullOrEmpty(charset)
            ? charset
            : encoding;
    }
}
