using Reconciliation.Domain.Statements.Text;

namespace Reconciliation.Domain.Statements.Ofx;

/// <summary>Reads the date forms of OFX (section 3.2.8): <c>20240131</c>, <c>20240131120000.000[-5:EST]</c>.</summary>
internal static class OfxDate
{
    private const int Length = 8;

    /// <summary>
    /// The calendar day as the bank writes it; its time and zone do not move it. False where the first eight digits are
    /// no day of the calendar.
    /// </summary>
    public static bool TryRead(ReadOnlySpan<byte> text, out DateOnly day)
    {
        day = default;
        if (text.Length < Length || (text.Length > Length && text[Length] is not ((>= (byte)'0' and <= (byte)'9') or (byte)'.' or (byte)'[' or (byte)':' or (byte)' ' or (byte)'T')))
            return false;
        var number = 0;
        foreach (var digit in text[..Length])
        {
            if (!char.IsAsciiDigit((char)digit))
                return false;
            number = (number * 10) + (digit - '0');
        }

        return CalendarDay.TryOf(number / 10_000, number / 100 % 100, number % 100, out day);
    }

    /// <summary>As the other.</summary>
    public static bool TryRead(string text, out DateOnly day)
    {
        Span<byte> start = stackalloc byte[Length + 1];
        var length = Math.Min(text.Length, start.Length);
        // What is beyond ASCII is no date.
        for (var i = 0; i < length; i++)
            start[i] = text[i] < 0x80 ? (byte)text[i] : (byte)'?';
        return TryRead(start[..length], out day);
    }

    /// <summary>Whether a date consists of zeros, with which banks say that there is none.</summary>
    public static bool IsNone(string text) => !text.AsSpan().ContainsAnyExcept('0');
}
