namespace Reconciliation.Domain.Statements.Bai2;

/// <summary>A record of a BAI2 file: a code, then fields with commas between them, then a slash.</summary>
/// <param name="text">The record from its code on, with or without the slash.</param>
/// <param name="line">Where it begins in the file, from 1.</param>
internal readonly ref struct Bai2Record(ReadOnlySpan<char> text, int line)
{
    /// <summary>How many characters the code and the comma after it take.</summary>
    public const int HeadLength = 3;

    private readonly ReadOnlySpan<char> _text = text;

    /// <summary>Its first line in the file, from 1.</summary>
    public int Line { get; } = line;

    /// <summary>The whole record.</summary>
    public ReadOnlySpan<char> Text => _text;

    /// <summary>01 file, 02 group, 03 account, 16 entry, 88 continuation; 49, 98 and 99 end account, group and file.</summary>
    public ReadOnlySpan<char> Code => StartsAt(_text) ? _text[..2] : [];

    /// <summary>The fields behind the code, without the slash that ends them.</summary>
    public ReadOnlySpan<char> Content
    {
        get
        {
            var content = _text[Math.Min(HeadLength, _text.Length)..].TrimEnd();
            return content is [.. var fields, '/'] ? fields : content;
        }
    }

    /// <summary>Whether a record ends with the last character that is no blank.</summary>
    public static bool IsClosed(ReadOnlySpan<char> text) => text is [.., '/'] || text.TrimEnd() is [.., '/'];

    /// <summary>Whether a record begins with the first byte.</summary>
    public static bool StartsAt(ReadOnlySpan<byte> line) => line.Length >= HeadLength && IsHead(line[0], line[1], line[2]);

    /// <summary>Whether a record begins with the first character.</summary>
    public static bool StartsAt(ReadOnlySpan<char> text) => text.Length >= HeadLength && IsHead(text[0], text[1], text[2]);

    private static bool IsHead(int first, int second, int third) => third switch
    {
        ',' => (first, second) is ('0', >= '1' and <= '3') or ('1', '6') or ('4', '9') or ('8', '8') or ('9', '8' or '9'),
        ':' => (first, second) is ('8', '8'),
        _ => false,
    };
}
