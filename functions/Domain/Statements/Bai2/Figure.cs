using System.Globalization;
using Reconciliation.Domain.Statements.Diagnostics;
using Reconciliation.Domain.Statements.Text;

namespace Reconciliation.Domain.Statements.Bai2;

/// <summary>The figures of a record: an optional sign and digits, amounts in minor units without a decimal mark.</summary>
internal static class Figure
{
    private const int SafeDigits = 18;

    /// <summary>The figure as minor units; null, with a finding, where it cannot be read.</summary>
    public static long? Read(ReadOnlySpan<char> text, Currency currency, PartBuffer parts, int line, string field)
    {
        if (TryRead(text, out var minorUnits))
            return minorUnits;
        var reading = AmountText.Read(text, '.', currency, out var amount);
        if (reading == AmountReading.Exact && text.Contains('.'))
        {
            parts.Tolerate("Amounts have a decimal mark, which the format does not know; they were read by it.", line, field, text);
            return amount.MinorUnits;
        }

        parts.Add(reading == AmountReading.OverPrecise
            ? AmountFindings.Of(reading, amount, field, text.ToString(), line)!
            : DiagnosticRules.AmountInvalid.At($"{field} holds '{text}', which is not an amount in minor units.", line, field, text.ToString()));
        return reading == AmountReading.OverPrecise ? amount.MinorUnits : null;
    }

    /// <summary>A sign and digits.</summary>
    public static bool TryRead(ReadOnlySpan<char> text, out long value) =>
        TryReadDigits(text, out value) ||
        (long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out value) && value != long.MinValue);

    /// <summary>A count; null where it is blank or none.</summary>
    public static int? Count(ReadOnlySpan<char> text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? count : null;

    /// <summary>What nearly every figure is: nothing but digits, so few that they cannot overflow.</summary>
    public static bool TryReadDigits(ReadOnlySpan<char> text, out long value)
    {
        value = 0;
        if (text.Length is 0 or > SafeDigits)
            return false;
        foreach (var character in text)
        {
            if (!char.IsAsciiDigit(character))
                return false;
            value = (value * 10) + (character - '0');
        }

        return true;
    }
}
