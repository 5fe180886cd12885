using System.Globalization;

namespace Reconciliation.Domain;

/// <summary>
/// An amount in whole minor units of one currency; the sign is part of it. <c>default</c> is zero of no currency.
/// Arithmetic is checked: overflow and mixed currencies throw, because either is a bug of the caller.
/// </summary>
public readonly record struct Money : IComparable<Money>
{
    /// <summary>An amount of <paramref name="minorUnits"/> (cents for EUR, yen for JPY, fils for BHD).</summary>
    public Money(long minorUnits, Currency currency)
    {
        MinorUnits = minorUnits;
        Currency = currency;
    }

    /// <summary>The amount in minor units, signed.</summary>
    public long MinorUnits { get; }

    /// <summary>The currency.</summary>
    public Currency Currency { get; }

    /// <summary>True for an amount of nothing.</summary>
    public bool IsZero => MinorUnits == 0;

    /// <summary>True above zero.</summary>
    public bool IsPositive => MinorUnits > 0;

    /// <summary>True below zero.</summary>
    public bool IsNegative => MinorUnits < 0;

    /// <summary>Nothing, in a currency.</summary>
    public static Money Zero(Currency currency) => new(0, currency);

    /// <summary>The amount without its sign.</summary>
    public Money Abs() => new(Math.Abs(MinorUnits), Currency);

    /// <summary>The smaller of two amounts of one currency.</summary>
    public static Money Min(Money left, Money right) => left <= right ? left : right;

    /// <summary>The larger of two amounts of one currency.</summary>
    public static Money Max(Money left, Money right) => left >= right ? left : right;

    /// <summary>The sum of amounts that all have <paramref name="currency"/>; zero for none.</summary>
    public static Money Sum(IEnumerable<Money> amounts, Currency currency) =>
        amounts.Aggregate(Zero(currency), (total, amount) => total + amount);

    /// <inheritdoc/>
    public int CompareTo(Money other) => MinorUnits.CompareTo(Same(this, other).MinorUnits);

    /// <summary>The decimal figure with the currency's own number of decimals and a point: <c>-12.50</c>, <c>1200</c> (JPY).</summary>
    public string ToDecimalString()
    {
        if (Currency.Exponent == 0)
            return MinorUnits.ToString(CultureInfo.InvariantCulture);
        var sign = MinorUnits < 0 ? "-" : "";
        var digits = MinorUnits.ToString(CultureInfo.InvariantCulture).TrimStart('-').PadLeft(Currency.Exponent + 1, '0');
        return $"{sign}{digits[..^Currency.Exponent]}.{digits[^Currency.Exponent..]}";
    }

    /// <summary>For logs and messages: <c>12.50 EUR</c>.</summary>
    public override string ToString() => $"{ToDecimalString()} {Currency.Code}";

    /// <summary>Adds.</summary>
    public static Money operator +(Money left, Money right) => new(left.MinorUnits + Same(left, right).MinorUnits, left.Currency);

    /// <summary>Subtracts.</summary>
    public static Money operator -(Money left, Money right) => new(left.MinorUnits - Same(left, right).MinorUnits, left.Currency);

    /// <summary>Turns the sign.</summary>
    public static Money operator -(Money amount) => new(-amount.MinorUnits, amount.Currency);

    /// <summary>Compares.</summary>
    public static bool operator <(Money left, Money right) => left.CompareTo(right) < 0;

    /// <summary>Compares.</summary>
    public static bool operator >(Money left, Money right) => left.CompareTo(right) > 0;

    /// <summary>Compares.</summary>
    public static bool operator <=(Money left, Money right) => left.CompareTo(right) <= 0;

    /// <summary>Compares.</summary>
    public static bool operator >=(Money left, Money right) => left.CompareTo(right) >= 0;

    /// <summary>See <c>operator +</c>.</summary>
    public Money Add(Money other) => this + other;

    /// <summary>See <c>operator -</c>.</summary>
    public Money Subtract(Money other) => this - other;

    /// <summary>See unary <c>operator -</c>.</summary>
    public Money Negate() => -this;

    private static Money Same(Money left, Money right) =>
        left.Currency == right.Currency
            ? right
            : throw new InvalidOperationException($"Amounts of {left.Currency} and {right.Currency} do not mix.");
}
