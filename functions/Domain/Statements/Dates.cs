namespace Reconciliation.Domain.Statements;

/// <summary>The day on which the bank entered an amount in the account's books (ISO 20022 BookgDt, field 61 entry date).</summary>
/// <param name="Day">The calendar day at the bank.</param>
public readonly record struct BookingDate(DateOnly Day)
{
    /// <inheritdoc/>
    public override string ToString() => Day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}

/// <summary>The day from which an amount bears interest at the bank (ISO 20022 ValDt, field 61 value date).</summary>
/// <param name="Day">The calendar day at the bank.</param>
public readonly record struct ValueDate(DateOnly Day)
{
    /// <inheritdoc/>
    public override string ToString() => Day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
