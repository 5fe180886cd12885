using Reconciliation.Domain.Statements.Diagnostics;
using Reconciliation.Domain.Statements.Text;

namespace Reconciliation.Domain.Statements.Swift;

/// <summary>Reads fields 90D and 90C, number and sum of entries: <c>5n3!a15d</c> (<c>2EUR1289,99</c>).</summary>
internal static class TotalField
{
    private const int MostDigits = 9;

    /// <summary>The total; null, with a finding, where it cannot be read or is in another currency.</summary>
    public static StatedTotal? Read(ReadOnlySpan<char> text, Currency currency, PartBuffer parts, int line, string field)
    {
        text = text.Trim();
        var digits = text.IndexOfAnyExceptInRange('0', '9');
        if (digits is < 1 or > MostDigits || text.Length < digits + 3)
        {
            parts.Add(DiagnosticRules.SyntaxInvalid.At("The total is not a count, a currency and a sum.", line, field, text.ToString()));
            return null;
        }

        var code = text.Slice(digits, 3);
        if (!code.SequenceEqual(currency.Code))
        {
            parts.Add(DiagnosticRules.CurrencyDiffers.At($"The total is not in the account's currency {currency}.", line, field, text.ToString()));
            return null;
        }

        var count = int.Parse(text[..digits], System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture);
        return AmountField.Read(text[(digits + 3)..], currency, parts, line, field) is { } sum ? new StatedTotal(count, sum) : null;
    }
}
