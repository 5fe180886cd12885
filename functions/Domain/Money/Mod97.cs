namespace Reconciliation.Domain;

/// <summary>The check-digit arithmetic of ISO 7064 mod 97-10, which IBAN and RF references share.</summary>
internal static class Mod97
{
    /// <summary>
    /// Whether the check digits in the third and fourth place are right. They run from 02 to 98: 00, 01 and 99 would give
    /// the same remainder as 97, 98 and 02, but are never issued.
    /// </summary>
    public static bool IsRight(ReadOnlySpan<char> text) =>
        text.Length > 4
        && char.IsAsciiDigit(text[2]) && char.IsAsciiDigit(text[3])
        && text[2..4] is not ("00" or "01" or "99")
        && RemainderRotated(text) == 1;

    /// <summary>
    /// The remainder of <paramref name="text"/> read as a number in which letters count A = 10 to Z = 35, after its
    /// first four characters were moved to the end; -1 where a character is neither letter nor digit.
    /// </summary>
    public static int RemainderRotated(ReadOnlySpan<char> text)
    {
        var remainder = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var character = text[(i + 4) % text.Length];
            if (char.IsAsciiDigit(character))
                remainder = ((remainder * 10) + (character - '0')) % 97;
            else if (char.IsAsciiLetterUpper(character))
                remainder = ((remainder * 100) + (character - 'A' + 10)) % 97;
            else
                return -1;
        }

        return remainder;
    }
}
