namespace Reconciliation.Domain;

/// <summary>What reading an amount came to.</summary>
public enum AmountReading
{
    /// <summary>Read in full.</summary>
    Exact,

    /// <summary>There is no figure at all.</summary>
    Empty,

    /// <summary>Not a decimal number in the notation asked for.</summary>
    NotANumber,

    /// <summary>More significant decimals than the currency's minor unit has; the figure was cut towards zero.</summary>
    OverPrecise,

    /// <summary>A number beyond what minor units in 64 bits hold.</summary>
    TooLarge,
}

/// <summary>Reads decimal figures into minor units, without a detour over floating point.</summary>
public static class AmountText
{
    /// <summary>
    /// Reads an optional sign, digits and at most one <paramref name="decimalMark"/>; blanks around it are ignored.
    /// Decimals beyond the currency's exponent are taken when they are zeros, else the answer is
    /// <see cref="AmountReading.OverPrecise"/> and <paramref name="amount"/> holds the figure cut towards zero. It is zero
    /// for every answer besides that and <see cref="AmountReading.Exact"/>.
    /// </summary>
    public static AmountReading Read(ReadOnlySpan<char> text, char decimalMark, Currency currency, out Money amount)
    {
        amount = Money.Zero(currency);
        text = text.Trim();
        if (text.IsEmpty)
            return AmountReading.Empty;
        var negative = text[0] == '-';
        if (text[0] is '-' or '+')
            text = text[1..];

        long minor = 0;
        var decimals = -1;
        var digits = 0;
        var cut = false;
        var fits = true;
        foreach (var character in text)
        {
            if (character == decimalMark && decimals < 0)
            {
                decimals = 0;
                continue;
            }

            if (!char.IsAsciiDigit(character))
                return AmountReading.NotANumber;
            digits++;
            if (decimals >= currency.Exponent)
            {
                cut |= character != '0';
                continue;
            }

            if (decimals >= 0)
                decimals++;
            fits = fits && TryAppend(ref minor, character - '0');
        }

        if (digits == 0)
            return AmountReading.NotANumber;
        for (var missing = currency.Exponent - Math.Max(decimals, 0); missing > 0; missing--)
            fits = fits && TryAppend(ref minor, 0);
        if (!fits)
            return AmountReading.TooLarge;
        amount = new Money(negative ? -minor : minor, currency);
        return cut ? AmountReading.OverPrecise : AmountReading.Exact;
    }

    private static bool TryAppend(ref long minor, int digit)
    {
        if (minor > (long.MaxValue - digit) / 10)
            return false;
        minor = (minor * 10) + digit;
        return true;
    }
}
