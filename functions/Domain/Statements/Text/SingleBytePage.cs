using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace Reconciliation.Domain.Statements.Text;

/// <summary>
/// A code page of one byte a character. A byte that the page leaves undefined is U+FFFD, which <see cref="StatementText"/>
/// reports; it never passes unseen.
/// </summary>
internal sealed class SingleBytePage
{
    private readonly ImmutableArray<char> _characters;

    private SingleBytePage(ImmutableArray<char> characters) => _characters = characters;

    /// <summary>Western European (Windows-1252). It also stands for ISO-8859-1, whose C1 controls no bank means.</summary>
    public static SingleBytePage Western { get; } = Of(1252)!;

    /// <summary>The character of a byte.</summary>
    public char this[byte value] => _characters[value];

    /// <summary>
    /// The page of a number (1250) or a name (ISO-8859-15) as files declare it; null where there is none such, or
    /// where it takes several bytes a character.
    /// </summary>
    public static SingleBytePage? Named(string name)
    {
        var plain = name.Trim().ToUpperInvariant();
        if (plain is "" or "NONE" or "USASCII" or "US-ASCII" or "ASCII" or "LATIN1" or "ISO-8859-1" or "ISO8859-1" or "8859-1")
            return Western;
        if (plain.StartsWith("CP", StringComparison.Ordinal))
            plain = plain[2..];
        return int.TryParse(plain, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number is > 0 and < 65536 ? Of(number) : null
            : Of(CodePagesEncodingProvider.Instance.GetEncoding(plain));
    }

    private static SingleBytePage? Of(int number) => Of(CodePagesEncodingProvider.Instance.GetEncoding(number));

    private static SingleBytePage? Of(Encoding? encoding)
    {
        if (encoding is not { IsSingleByte: true })
            return null;
        var bytes = new byte[256];
        for (var i = 0; i < bytes.Length; i++)
            bytes[i] = (byte)i;
        // The framework maps undefined bytes to C1 controls.
        var characters = encoding.GetChars(bytes).Select(c => c is >= '\u0080' and <= '\u009F' ? '\uFFFD' : c).ToImmutableArray();
        return characters.Length == bytes.Length ? new SingleBytePage(characters) : null;
    }
}
