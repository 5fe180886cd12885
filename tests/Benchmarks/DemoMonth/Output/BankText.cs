namespace Reconciliation.Benchmarks.DemoMonth.Output;

/// <summary>Text as narrow character sets carry it.</summary>
internal static class BankText
{
    private const string Accented = "ÀÂÄÇÉÈÊËÎÏÔÖÙÛÜŸ";
    private const string Bare = "AAACEEEEIIOOUUUY";

    /// <summary>Capitals without accents; what SWIFT's character set x lacks becomes a blank.</summary>
    public static string Plain(string text) => string.Concat(text.ToUpperInvariant().Select(PlainOf));

    /// <summary>At most so many characters.</summary>
    public static string Cut(string text, int length) => text.Length <= length ? text : text[..length];

    /// <summary>Pieces of at most so many characters; a blank never ends a piece, it begins the next.</summary>
    public static IEnumerable<string> Pieces(string text, int length)
    {
        while (text.Length > length)
        {
            var end = length;
            while (end > 1 && text[end - 1] == ' ')
                end--;
            yield return text[..end];
            text = text[end..];
        }

        yield return text;
    }

    private static char PlainOf(char character)
    {
        var accented = Accented.IndexOf(character, StringComparison.Ordinal);
        if (accented >= 0)
            return Bare[accented];
        return char.IsAsciiLetterOrDigit(character) || "/-?:().,'+".Contains(character, StringComparison.Ordinal) ? character : ' ';
    }
}
