using System.Collections.Immutable;
using Reconciliation.Domain.Statements;

namespace Reconciliation.Domain.Matching;

/// <summary>Takes batch bookings apart into the payments in them.</summary>
public static class BatchBooking
{
    /// <summary>
    /// One entry for each detail where there are several and their signed amounts come to the entry's; else the entry
    /// as it is, because a part of a sum that does not add up cannot be trusted.
    /// </summary>
    public static ImmutableArray<StatementEntry> Split(StatementEntry entry)
    {
        if (entry.Details.Length < 2 || entry.Details.Any(d => d.Amount is not { } amount || amount.Currency != entry.Amount.Currency))
            return [entry];
        var total = new RunningTotal(entry.Amount.Currency);
        foreach (var detail in entry.Details)
            total.Add(detail.Amount ?? entry.Amount);
        return total.Amount == entry.Amount
            ? [.. entry.Details.Select(d => entry with { Amount = d.Amount ?? entry.Amount, Details = [d] })]
            : [entry];
    }
}
