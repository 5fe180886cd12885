namespace Reconciliation.Domain.Statements.Checks;

/// <summary>How what the bank states about the entries agrees with an explanation.</summary>
internal enum StatedFit
{
    /// <summary>Every count and sum that is stated is the one that would follow.</summary>
    Agrees,

    /// <summary>The bank states nothing.</summary>
    Silent,

    /// <summary>A stated count or sum is another than would follow.</summary>
    Differs,
}

/// <summary>A statement whose balances do not tie.</summary>
/// <param name="Opened">Its head.</param>
/// <param name="Opening">Its opening balance.</param>
/// <param name="Closed">Its end.</param>
/// <param name="Closing">Its closing balance.</param>
/// <param name="Difference">Closing less opening less booked entries; never zero.</param>
/// <param name="Totals">What its entries come to.</param>
internal sealed record Mismatch(
    StatementOpened Opened, Money Opening, StatementClosed Closed, Money Closing, Money Difference, EntryTotals Totals)
{
    /// <summary>
    /// Whether the bank's counts and sums are those of the entries once <paramref name="taken"/> is taken out and
    /// <paramref name="put"/> is put in; null for either where there is none.
    /// </summary>
    public StatedFit Fit(Int128? taken, Int128? put)
    {
        ReadOnlySpan<bool?> answers =
        [
            Answer(Closed.Credits?.Count, Totals.CreditCount, Count(put, Credit) - Count(taken, Credit)),
            Answer(Closed.Debits?.Count, Totals.DebitCount, Count(put, Debit) - Count(taken, Debit)),
            Answer(Closed.Credits?.Sum?.MinorUnits, Totals.Credits?.MinorUnits, Credit(put) - Credit(taken)),
            Answer(Closed.Debits?.Sum?.MinorUnits, Totals.Debits?.MinorUnits, Debit(put) - Debit(taken)),
        ];
        if (answers.Contains(false))
            return StatedFit.Differs;
        return answers.Contains(true) ? StatedFit.Agrees : StatedFit.Silent;
    }

    private static bool? Answer(long? stated, Int128? held, Int128 change) => stated is { } figure ? figure == held + change : null;

    private static Int128 Count(Int128? amount, Func<Int128?, Int128> direction) => direction(amount) == 0 ? 0 : 1;

    private static Int128 Credit(Int128? amount) => amount is { } units && units > 0 ? units : 0;

    private static Int128 Debit(Int128? amount) => amount is { } units && units < 0 ? -units : 0;
}
