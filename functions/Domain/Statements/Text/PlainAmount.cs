namespace Reconciliation.Domain.Statements.Text;

/// <summary>Reads what almost every figure of a file is, straight from its bytes.</summary>
internal static class PlainAmount
{
    // So many digits fit with any currency's decimals behind them.
    private const int Longest = 14;

    /// <summary>
    /// Reads a sign or none, digits, and a mark with no more decimals than the currency has. False for all else, which
    /// others may still read.
    /// </summary>
    public static bool TryRead(ReadOnlySpan<byte> text, char decimalMark, Currency currency, out Money amount)
    {
        amount = default;
        var isNegative = !text.IsEmpty && text[0] == '-';
        var digits = isNegative || (!text.IsEmpty && text[0] == '+') ? text[1..] : text;
        if (digits.IsEmpty || digits.Length > Longest || !char.IsAsciiDigit((char)digits[0]))
            return false;
        long minor = 0;
        var decimals = -1;
        foreach (var character in digits)
        {
            var digit = character - '0';
            if (digit is >= 0 and <= 9)
            {
                minor = (minor * 10) + digit;
                decimals += decimals < 0 ? 0 : 1;
            }
            else if (character == decimalMark && decimals < 0)
            {
                decimals = 0;
            }
            else
            {
                return false;
            }
        }

        if (decimals > currency.Exponent)
            return false;
        for (var missing = currency.Exponent - Math.Max(decimals, 0); missing > 0; missing--)
            minor *= 10;
        amount = new Money(isNegative ? -minor : minor, currency);
        return true;
    }
}
