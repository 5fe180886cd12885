namespace Reconciliation.Domain.Statements.Swift;

/// <summary>The marks around the text of a message, and the type that they name.</summary>
internal static class EnvelopeText
{
    private const int DirectionLength = 1;
    private const int TypeLength = 3;

    /// <summary>Banks leave SOH, ETX, NUL or the end-of-file mark of DOS around a message.</summary>
    public static ReadOnlySpan<char> WithoutControls(ReadOnlySpan<char> line)
    {
        while (!line.IsEmpty && line[0] < ' ' && line[0] != '\t')
            line = line[1..];
        while (!line.IsEmpty && line[^1] < ' ' && line[^1] != '\t')
            line = line[..^1];
        return line;
    }

    /// <summary>The line is a block of the envelope, <c>{1:</c> to <c>{4:</c>.</summary>
    public static bool IsBlock(ReadOnlySpan<char> line) =>
        line.Length >= 3 && line[0] == '{' && line[1] is >= '1' and <= '4' && line[2] == ':';

    /// <summary>The block begins a message.</summary>
    public static bool IsFirstBlock(ReadOnlySpan<char> line) => line.StartsWith("{1:");

    /// <summary>The text of a message begins in this line, so that an end mark must follow.</summary>
    public static bool HasTextBlock(ReadOnlySpan<char> line) => line.Contains("{4:", StringComparison.Ordinal);

    /// <summary>
    /// The line ends a message. Texts may have a line that begins with a hyphen, so only the known forms count; after a
    /// balance, which has no text, any hyphen does (a closing brace may have become a national letter).
    /// </summary>
    public static bool IsEnd(ReadOnlySpan<char> line, bool afterBalance)
    {
        if (line.IsEmpty || line[0] != '-')
            return false;
        return afterBalance || line.TrimEnd() is "-" or "-XXX" || line.StartsWith("-}");
    }

    /// <summary>The type that block 2 names, for instance <c>942</c>; empty where it names none.</summary>
    public static ReadOnlySpan<char> MessageType(ReadOnlySpan<char> line)
    {
        var at = line.IndexOf("{2:");
        var rest = at < 0 ? [] : line[(at + 3)..];
        return rest.Length >= DirectionLength + TypeLength && rest[0] is 'I' or 'O'
            ? rest.Slice(DirectionLength, TypeLength)
            : [];
    }
}
