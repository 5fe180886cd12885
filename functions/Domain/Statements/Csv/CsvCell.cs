using System.Text;

namespace Reconciliation.Domain.Statements.Csv;

/// <summary>The text of a cell as it is meant.</summary>
internal static class CsvCell
{
    /// <summary>Without blanks around it; a text in <c>="..."</c> is what stands in the quotes.</summary>
    public static ReadOnlySpan<byte> Plain(ReadOnlySpan<byte> raw)
    {
        // Almost no cell has blanks around it.
        var text = !raw.IsEmpty && raw[0] is > (byte)' ' and < 0x80 && raw[^1] is > (byte)' ' and < 0x80 ? raw : Trim(raw);
        if (text.Length < 2 || text[0] != '=')
            return text;
        return text[1] == '"' && text[^1] == '"' && text.Length > 2 ? Trim(text[2..^1]) : text[1..];
    }

    private static ReadOnlySpan<byte> Trim(ReadOnlySpan<byte> text)
    {
        while (!text.IsEmpty && IsBlankFirst(text, out var length))
            text = text[length..];
        while (!text.IsEmpty && IsBlankLast(text, out var length))
            text = text[..^length];
        return text;
    }

    private static bool IsBlankFirst(ReadOnlySpan<byte> text, out int length)
    {
        length = 1;
        if (text[0] < 0x80)
            return char.IsWhiteSpace((char)text[0]);
        Rune.DecodeFromUtf8(text, out var rune, out length);
        return Rune.IsWhiteSpace(rune);
    }

    private static bool IsBlankLast(ReadOnlySpan<byte> text, out int length)
    {
        length = 1;
        if (text[^1] < 0x80)
            return char.IsWhiteSpace((char)text[^1]);
        Rune.DecodeLastFromUtf8(text, out var rune, out length);
        return Rune.IsWhiteSpace(rune);
    }
}
