namespace Reconciliation.Domain;

/// <summary>The check-digit arithmetic of ISO 7064 mod 97-10, which IBAN and RF references share.</summary>
internal static class Mod97
{
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
