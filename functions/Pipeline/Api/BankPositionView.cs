using Reconciliation.Domain;
using Reconciliation.Pipeline.Ports;

namespace Reconciliation.Pipeline.Api;

/// <summary>Where a bank account stands, by the books and by the bank.</summary>
/// <param name="Account">The bank account.</param>
/// <param name="Through">The last day that accepted statements cover; null where unknown.</param>
/// <param name="Opening">The opening balance of its first statement.</param>
/// <param name="Entries">The sum of every accepted entry.</param>
/// <param name="Closing">The bank's last closing balance; null where none was stated.</param>
/// <param name="Difference">The bank's balance less the books'; null where the bank states none.</param>
public sealed record BankPositionView(
    string Account, DateOnly? Through, AmountView Opening, AmountView Entries, AmountView? Closing, AmountView? Difference)
{
    internal static BankPositionView Of(BankPosition position)
    {
        var opening = position.FirstOpening?.Amount ?? Money.Zero(position.Currency);
        return new BankPositionView(
            position.Account.Value,
            position.Through,
            AmountView.Of(opening),
            AmountView.Of(position.EntryTotal),
            position.Closing is { } closing ? AmountView.Of(closing.Amount) : null,
            position.Closing is { } stated ? AmountView.Of(stated.Amount - opening - position.EntryTotal) : null);
    }
}
