using Reconciliation.Domain.Statements;

namespace Reconciliation.Domain.Matching;

/// <summary>
/// A bank entry that wants an explanation: one payment, in or out. A batch whose details add up was split before
/// (<see cref="BatchBooking"/>), so an entry has one detail at most unless its details do not add up.
/// </summary>
/// <param name="Id">The entry's identifier.</param>
/// <param name="Account">The creditor's bank account.</param>
/// <param name="Entry">What the bank says.</param>
public sealed record Payment(string Id, BankAccountId Account, StatementEntry Entry)
{
    /// <summary>Positive for money in, negative for money out.</summary>
    public Money Amount => Entry.Amount;

    /// <summary>The day the money was at the creditor's disposal.</summary>
    public DateOnly BookedOn => Entry.BookingDate.Day;

    /// <summary>The only or first detail; an empty one where the bank gives none.</summary>
    public TransactionDetail Detail => Entry.Details.IsEmpty ? NoDetail : Entry.Details[0];

    private static TransactionDetail NoDetail { get; } = new();
}
