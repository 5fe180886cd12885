using Reconciliation.Domain.Statements.Diagnostics;
using Reconciliation.Domain.Statements.Text;

namespace Reconciliation.Domain.Statements.Cfonb;

/// <summary>
/// The amount of a record: 13 digits and a character that is the last digit and the sign in one (overpunch).
/// <c>{</c>, A to I are +0 to +9; <c>}</c>, J to R are -0 to -9.
/// </summary>
internal static class SignedAmount
{
    /// <summary>The amount; null, with a finding, where it cannot be read.</summary>
    public static Money? Read(Record record, Currency currency, PartBuffer parts)
    {
        if (!TryReadDigits(record.Amount, out var digits, out var isPlain))
        {
            parts.Add(DiagnosticRules.AmountInvalid.At("The amount is not 13 digits and a sign letter.", record.Line, "91-104", record.Amount.ToString()));
            return null;
        }

        if (!isPlain)
            parts.Tolerate("Amounts have blanks for zeros, or a sign in lower case or as a letter with an accent.", record.Line, "91-104", record.Amount);
        return Scaled(digits, record, currency, parts);
    }

    /// <summary>The digit and sign of the last character.</summary>
    /// <param name="character">One of the twenty characters, or what it becomes in lower case or in the French national set.</param>
    /// <param name="digit">0 to 9.</param>
    /// <param name="isNegative">It stands for a debit.</param>
    public static bool TryReadSign(char character, out int digit, out bool isNegative)
    {
        (digit, isNegative) = character switch
        {
            // In ISO 646-FR, é and è have the places of the braces.
            '{' or 'é' => (0, false),
            '}' or 'è' => (0, true),
            >= 'A' and <= 'I' => (character - 'A' + 1, false),
            >= 'a' and <= 'i' => (character - 'a' + 1, false),
            >= 'J' and <= 'R' => (character - 'J' + 1, true),
            >= 'j' and <= 'r' => (character - 'j' + 1, true),
            _ => (-1, false),
        };
        return digit >= 0;
    }

    private static bool TryReadDigits(ReadOnlySpan<char> text, out long digits, out bool isPlain)
    {
        digits = 0;
        var figures = text[..^1].TrimStart(' ');
        isPlain = figures.Length == text.Length - 1 && text[^1] is '{' or '}' or (>= 'A' and <= 'R');
        if (!TryReadSign(text[^1], out var last, out var isNegative))
            return false;
        foreach (var figure in figures)
        {
            if (!char.IsAsciiDigit(figure))
                return false;
            digits = (digits * 10) + (figure - '0');
        }

        digits = (digits * 10) + last;
        digits = isNegative ? -digits : digits;
        return true;
    }

    private static Money? Scaled(long digits, Record record, Currency currency, PartBuffer parts)
    {
        var decimals = record.Decimals == ' ' ? currency.Exponent : record.Decimals - '0';
        if (decimals is < 0 or > 9)
        {
            parts.Add(DiagnosticRules.AmountInvalid.At("The number of decimals is not a digit.", record.Line, "20", record.Decimals.ToString()));
            return null;
        }

        if (record.Decimals == ' ')
            parts.Tolerate($"The number of decimals is blank; {currency} has {decimals}.", record.Line, "20");
        for (var missing = currency.Exponent - decimals; missing > 0; missing--)
            digits *= 10;
        var cut = 1L;
        for (var surplus = decimals - currency.Exponent; surplus > 0; surplus--)
            cut *= 10;
        ReportDecimals(decimals, digits % cut != 0, record, currency, parts);
        return new Money(digits / cut, currency);
    }

    private static void ReportDecimals(int decimals, bool isCut, Record record, Currency currency, PartBuffer parts)
    {
        if (decimals == currency.Exponent || currency == default)
            return;
        // No currency with a minor unit has more decimals than it: the column is wrong, and the amount with it.
        if (isCut || (decimals > currency.Exponent && currency.Exponent > 0))
            parts.Add(DiagnosticRules.AmountInvalid.At($"The record says {decimals} decimals, {currency} has {currency.Exponent}.", record.Line, "20", record.Decimals.ToString()));
        else
            parts.Tolerate($"Records say {decimals} decimals, {currency} has {currency.Exponent}; the amounts were read as they stand.", record.Line, "20", record.Decimals.ToString());
    }
}
