namespace Reconciliation.Domain;

/// <summary>
/// A sum of amounts that come from outside. It has room for any number of them, and says so where the result is more
/// than an amount can hold, so that no file can make a sum overflow.
/// </summary>
/// <param name="currency">The currency of every amount.</param>
public sealed class RunningTotal(Currency currency)
{
    private Int128 _minorUnits;

    /// <summary>The sum; null where it is beyond what minor units in 64 bits hold.</summary>
    public Money? Amount =>
        _minorUnits >= long.MinValue && _minorUnits <= long.MaxValue ? new Money((long)_minorUnits, currency) : null;

    /// <summary>Adds an amount; one of another currency is a bug and throws.</summary>
    public void Add(Money amount) => _minorUnits += amount.Currency == currency
        ? amount.MinorUnits
        : throw new InvalidOperationException($"An amount of {amount.Currency} does not belong into a sum of {currency}.");

    /// <inheritdoc/>
    public override string ToString() => Amount?.ToString() ?? $"{_minorUnits} minor units of {currency}";
}
