namespace Reconciliation.Domain.Matching;

/// <summary>
/// A key under which an open item is found from what a payment shows, for instance <c>ref:FAC2026001</c>,
/// <c>amount:EUR:12000</c>, <c>iban:FR14...</c>, <c>name:DUPONT</c>. Letters, digits, colons, dots and hyphens only.
/// </summary>
/// <param name="Value">The key.</param>
public readonly record struct IndexKey(string Value)
{
    /// <inheritdoc/>
    public override string ToString() => Value;
}
