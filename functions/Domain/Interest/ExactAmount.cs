using System.Globalization;
using System.Numerics;

namespace Reconciliation.Domain.Interest;

/// <summary>
/// An amount of interest before rounding: a whole fraction of minor units, so that sums are exact whatever the order and
/// number of their parts. Never negative.
/// </summary>
public sealed record ExactAmount
{
    private ExactAmount(BigInteger numerator, BigInteger denominator, Currency currency)
    {
        var divisor = BigInteger.GreatestCommonDivisor(numerator, denominator);
        Numerator = numerator / divisor;
        Denominator = denominator / divisor;
        Currency = currency;
    }

    /// <summary>The numerator of the reduced fraction of minor units, 0 or above.</summary>
    public BigInteger Numerator { get; }

    /// <summary>The denominator of the reduced fraction, above 0.</summary>
    public BigInteger Denominator { get; }

    /// <summary>The currency.</summary>
    public Currency Currency { get; }

    /// <summary>Nothing, in a currency.</summary>
    public static ExactAmount Zero(Currency currency) => new(0, 1, currency);

    /// <summary>The sum.</summary>
    public static ExactAmount operator +(ExactAmount left, ExactAmount right) =>
        left.Currency == right.Currency
            ? new((left.Numerator * right.Denominator) + (right.Numerator * left.Denominator), left.Denominator * right.Denominator, left.Currency)
            : throw new InvalidOperationException($"Amounts of {left.Currency} and {right.Currency} do not mix.");

    /// <summary>See <c>operator +</c>.</summary>
    public ExactAmount Add(ExactAmount other) => this + other;

    /// <summary>The amount in whole minor units, halves rounded up; overflow throws.</summary>
    public Money Round() => new((long)(((2 * Numerator) + Denominator) / (2 * Denominator)), Currency);

    /// <summary>The decimal figure in whole units of the currency with more decimals than it has, the last rounded: <c>108.082192</c>.</summary>
    /// <param name="moreDecimals">How many decimals beyond the currency's own, 0 or above.</param>
    public string ToDecimalString(int moreDecimals)
    {
        var decimals = Currency.Exponent + moreDecimals;
        var scaled = Numerator * BigInteger.Pow(10, moreDecimals);
        var digits = (((2 * scaled) + Denominator) / (2 * Denominator)).ToString(CultureInfo.InvariantCulture).PadLeft(decimals + 1, '0');
        return decimals == 0 ? digits : $"{digits[..^decimals]}.{digits[^decimals..]}";
    }

    /// <summary>base × rate × days / (100 × days of the year).</summary>
    internal static ExactAmount Of(Money amount, decimal perCent, int days, int yearDays)
    {
        var (digits, scale) = Digits(perCent);
        return new(amount.MinorUnits * digits * days, BigInteger.Pow(10, scale) * 100 * yearDays, amount.Currency);
    }

    /// <summary>A decimal as a whole number and the number of its digits that are decimals.</summary>
    private static (BigInteger Digits, int Scale) Digits(decimal figure)
    {
        var scale = figure.Scale;
        var digits = new BigInteger(figure);
        var rest = figure - decimal.Truncate(figure);
        for (var place = 0; place < scale; place++)
        {
            rest *= 10;
            digits = (digits * 10) + (int)decimal.Truncate(rest);
            rest -= decimal.Truncate(rest);
        }

        return (digits, scale);
    }
}
