namespace Reconciliation.Domain.Reporting;

/// <summary>
/// What is open, by how many days it is past due, in one currency. An amount due on the day of the report is not due yet:
/// its last day is not over.
/// </summary>
/// <param name="NotDue">Open on invoices whose due date is not past, zero or positive.</param>
/// <param name="Late1To30">Open and 1 to 30 days past due, zero or positive.</param>
/// <param name="Late31To60">Open and 31 to 60 days past due, zero or positive.</param>
/// <param name="Late61To90">Open and 61 to 90 days past due, zero or positive.</param>
/// <param name="LateOver90">Open and more than 90 days past due, zero or positive.</param>
/// <param name="Unallocated">Open credit notes and money on account, zero or negative: never set off against what is late.</param>
public readonly record struct AgedAmounts(
    Money NotDue, Money Late1To30, Money Late31To60, Money Late61To90, Money LateOver90, Money Unallocated)
{
    /// <summary>Everything past due, zero or positive.</summary>
    public Money Late => Late1To30 + Late31To60 + Late61To90 + LateOver90;

    /// <summary>The sum of all columns: the balance of 411 and 4191.</summary>
    public Money Total => NotDue + Late + Unallocated;

    /// <summary>Nothing, in a currency.</summary>
    public static AgedAmounts None(Currency currency)
    {
        var zero = Money.Zero(currency);
        return new(zero, zero, zero, zero, zero, zero);
    }

    /// <summary>One open amount in its column: a negative one counts as unallocated, whatever its date.</summary>
    /// <param name="dueDate">The last day on which payment is in time, inclusive.</param>
    /// <param name="open">What is open: positive on an invoice or term, negative on a credit note.</param>
    /// <param name="asOf">The day of the report.</param>
    public static AgedAmounts Of(DateOnly dueDate, Money open, DateOnly asOf)
    {
        var none = None(open.Currency);
        if (open.IsNegative)
            return none with { Unallocated = open };
        return (asOf.DayNumber - dueDate.DayNumber) switch
        {
            <= 0 => none with { NotDue = open },
            <= 30 => none with { Late1To30 = open },
            <= 60 => none with { Late31To60 = open },
            <= 90 => none with { Late61To90 = open },
            _ => none with { LateOver90 = open },
        };
    }

    /// <summary>Money on account (acompte, trop-perçu), zero or positive, as the credit that it is.</summary>
    public static AgedAmounts OfMoneyOnAccount(Money amount) => None(amount.Currency) with { Unallocated = -amount };

    /// <summary>Adds column by column.</summary>
    public static AgedAmounts operator +(AgedAmounts left, AgedAmounts right) => new(
        left.NotDue + right.NotDue,
        left.Late1To30 + right.Late1To30,
        left.Late31To60 + right.Late31To60,
        left.Late61To90 + right.Late61To90,
        left.LateOver90 + right.LateOver90,
        left.Unallocated + right.Unallocated);

    /// <summary>See <c>operator +</c>.</summary>
    public AgedAmounts Add(AgedAmounts other) => this + other;
}
