namespace Reconciliation.Domain;

/// <summary>The check-digit arithmetic of ISO 7064 mod 97-10, which IBAN and RF references share.</summary>
internal static class Mod97
{
    private const int MovedCharacters = 4;

    // Below this, 64 bits hold two digits more.
    private const ulong RoomForMore = 10_000_000_000_000_000;

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
        var moved = Math.Min(text.Length, MovedCharacters);
        return Append(Append(0, text[moved..]), text[..moved]);
    }

    private static int Append(int remainder, ReadOnlySpan<char> text)
    {
        if (remainder < 0)
            return -1;
        var number = (ulong)remainder;
        foreach (var character in text)
        {
            // Never beyond 64 bits, as RoomForMore sees to.
            if (char.IsAsciiDigit(character))
                number = unchecked((number * 10) + (uint)(character - '0'));
            else if (char.IsAsciiLetterUpper(character))
                number = unchecked((number * 100) + (uint)(character - 'A' + 10));
            else
                return -1;
            if (number >= RoomForMore)
                number %= 97;
        }

        return (int)(number % 97);
    }
}
