using Reconciliation.Domain.Statements.Diagnostics;
using Reconciliation.Domain.Statements.Text;

namespace Reconciliation.Domain.Statements.Swift;

/// <summary>
/// Reads the amounts of SWIFT messages: <c>15d</c>, digits with a decimal comma. Banks also write a point, marks of
/// thousands, blanks, leading zeros, or no mark at all.
/// </summary>
internal static class AmountField
{
    private const int LongestAmount = 40;

    // Whatever the currency, so many digits are far from the most minor units.
    private const int LongestShortAmount = 12;

    // 15d is below 10^15 units; the minor unit of no currency is below a ten-thousandth.
    private const long MostMinorUnits = 10_000_000_000_000_000;

    /// <summary>The amount without sign; null, with a finding, where it cannot be read.</summary>
    public static Money? Read(ReadOnlySpan<char> text, Currency currency, PartBuffer parts, int line, string field)
    {
        if (TryReadStandard(text, currency, out var standard))
            return standard;
        text = text.Trim();
        Span<char> figures = stackalloc char[LongestAmount];
        if (text.Length <= LongestAmount)
        {
            var reading = AmountText.Read(Plain(text, figures, parts, line, field), ',', currency, out var amount);
            if (reading is AmountReading.OverPrecise && currency != default)
                parts.Add(DiagnosticRules.AmountOverPrecise.At($"The amount has more decimals than {currency}; it was cut to {amount}.", line, field, text.ToString()));
            if (reading is AmountReading.Exact or AmountReading.OverPrecise && amount.MinorUnits is >= 0 and <= MostMinorUnits)
                return amount;
        }

        parts.Add(DiagnosticRules.AmountInvalid.At("The amount is not a number of at most 15 digits with a decimal comma.", line, field, text.ToString()));
        return null;
    }

    /// <summary>Digits, one comma, no more decimals than the currency has: what the standard says and most banks write.</summary>
    private static bool TryReadStandard(ReadOnlySpan<char> text, Currency currency, out Money amount)
    {
        amount = default;
        var comma = text.Length <= LongestShortAmount ? text.IndexOf(',') : -1;
        var missing = currency.Exponent - (text.Length - comma - 1);
        if (comma < 1 || missing < 0)
            return false;
        var minor = 0L;
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsAsciiDigit(text[i]))
                minor = (minor * 10) + (text[i] - '0');
            else if (i != comma)
                return false;
        }

        for (; missing > 0; missing--)
            minor *= 10;
        amount = new Money(minor, currency);
        return true;
    }

    /// <summary>The same figure with a comma as its only mark, where that is what it means.</summary>
    private static ReadOnlySpan<char> Plain(ReadOnlySpan<char> text, Span<char> figures, PartBuffer parts, int line, string field)
    {
        var mark = text.LastIndexOfAny(',', '.');
        var decimalMark = mark < 0 ? ',' : text[mark];
        if (decimalMark == ',' && !text.ContainsAny(' ', '.'))
        {
            if (mark < 0)
                parts.Tolerate("Amounts stand without a decimal comma.", line, field, text.ToString());
            return text;
        }

        parts.Tolerate("Amounts are not written with a decimal comma alone.", line, field, text.ToString());
        var length = 0;
        foreach (var character in text)
        {
            if (character == decimalMark)
                figures[length++] = ',';
            else if (character is not (' ' or ',' or '.'))
                figures[length++] = character;
        }

        return figures[..length];
    }
}
