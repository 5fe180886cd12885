namespace Reconciliation.Domain.Statements.Csv;

/// <summary>Balances worked out from a running balance, which a bank may state on some rows only.</summary>
internal static class CsvBalances
{
    /// <summary>
    /// The balance before the first of some entries in the order of booking: the first stated balance less everything
    /// booked up to it. Null where no row states one.
    /// </summary>
    public static Balance? Before(IReadOnlyList<CsvEntry> entries)
    {
        Int128 booked = 0;
        foreach (var entry in entries)
        {
            booked += Booked(entry);
            if (entry.Balance is { } balance)
                return Fitting(balance.MinorUnits - booked, balance.Currency, null);
        }

        return null;
    }

    /// <summary>The balance after an entry: the one it states, else the balance so far plus its amount.</summary>
    public static Balance? After(Balance? before, CsvEntry entry)
    {
        var day = entry.Entry.BookingDate.Day;
        if (entry.Balance is { } stated)
            return new Balance(stated, day);
        return before is { } known ? Fitting((Int128)known.Amount.MinorUnits + Booked(entry), known.Amount.Currency, day) : null;
    }

    private static long Booked(CsvEntry entry) => entry.Entry.IsBooked ? entry.Entry.Amount.MinorUnits : 0;

    private static Balance? Fitting(Int128 minorUnits, Currency currency, DateOnly? day) =>
        minorUnits >= long.MinValue && minorUnits <= long.MaxValue ? new Balance(new Money((long)minorUnits, currency), day) : null;
}
