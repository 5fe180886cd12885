namespace Reconciliation.Domain.Matching.Reading;

/// <summary>Letters that people and scanners take for digits: O for 0, I and L for 1.</summary>
internal static class LookAlikes
{
    // A word with fewer digits is a word.
    private const int LeastDigits = 2;

    /// <summary>The text with such letters among digits read as digits; null where there are none.</summary>
    /// <param name="plain">The text in plain capitals.</param>
    public static string? Corrected(string plain)
    {
        char[]? corrected = null;
        for (var start = 0; start < plain.Length;)
        {
            var end = start;
            var digits = 0;
            for (; end < plain.Length && PlainText.IsWordCharacter(plain[end]); end++)
                digits += char.IsAsciiDigit(plain[end]) ? 1 : 0;
            for (var at = start; at < end && digits >= LeastDigits; at++)
            {
                if (DigitFor(plain[at]) is { } digit && StandsAmongDigits(plain.AsSpan(start, end - start), at - start))
                    (corrected ??= plain.ToCharArray())[at] = digit;
            }

            start = end + 1;
        }

        return corrected is null ? null : new string(corrected);
    }

    private static bool StandsAmongDigits(ReadOnlySpan<char> word, int at)
    {
        var before = Neighbour(word, at, -1);
        var after = Neighbour(word, at, 1);
        return (before ?? true) && (after ?? true) && (before == true || after == true);
    }

    /// <summary>Whether the next character that is no look-alike is a digit; null at the end of the word.</summary>
    private static bool? Neighbour(ReadOnlySpan<char> word, int at, int step)
    {
        for (at += step; at >= 0 && at < word.Length; at += step)
        {
            if (DigitFor(word[at]) is null)
                return char.IsAsciiDigit(word[at]);
        }

        return null;
    }

    private static char? DigitFor(char letter) => letter switch
    {
        'O' => '0',
        'I' or 'L' => '1',
        _ => null,
    };
}
