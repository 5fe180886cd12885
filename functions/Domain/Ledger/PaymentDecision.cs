using System.Collections.Immutable;

namespace Reconciliation.Domain.Ledger;

/// <summary>Whether money may be applied as asked: every rule of <see cref="Refusals"/> that concerns it, in their order.</summary>
internal sealed class PaymentDecision(DebtorAccount account, ApplyPayment asked)
{
    private IEnumerable<Allocation> Settlements => asked.Allocations.Concat(asked.Discounts);

    public Outcome Outcome() =>
        Currencies() ?? Amounts() ?? Receivables() ?? Instalments() ?? Known() ?? Sums() ?? Bounds() ?? Discounts() ?? Accepted();

    private Outcome? Currencies() =>
        Settlements.Select(a => a.Amount).Append(asked.Amount).Append(asked.OnAccount).All(m => m.Currency == account.Id.Currency)
            ? null
            : Refuse(Refusals.CurrencyDiffers, $"The payment mixes currencies; the account is in {account.Id.Currency}.");

    private Outcome? Amounts() =>
        asked.Amount.IsNegative || asked.OnAccount.IsNegative || Settlements.Any(a => a.Amount.IsZero) || asked.Discounts.Any(d => d.Amount.IsNegative)
            ? Refuse(Refusals.AmountNotPositive, $"A payment of {asked.Amount} with {asked.OnAccount} on account, or a part of nothing, cannot be applied.")
            : null;

    private Outcome? Receivables() =>
        Settlements.Where(a => !account.Receivables.ContainsKey(a.Receivable)).Select(a => a.Receivable).FirstOrDefault() is { } number
            ? Refuse(Refusals.ReceivableUnknown, $"The account has no receivable {number}.")
            : null;

    private Outcome? Instalments()
    {
        foreach (var part in Settlements.Where(a => !account.Receivables[a.Receivable].HasPart(a.Instalment)))
        {
            return part.Instalment is { } sequence
                ? Refuse(Refusals.InstalmentUnknown, $"Receivable {part.Receivable} has no term {sequence}.")
                : Refuse(Refusals.InstalmentMissing, $"Receivable {part.Receivable} is paid in terms; the allocation must name one.");
        }

        return null;
    }

    private Outcome? Known()
    {
        if (!account.Payments.TryGetValue(asked.Payment.MatchId, out var known))
            return null;
        var same = known.Applied.Payment == asked.Payment && known.Applied.Amount == asked.Amount
            && known.Applied.Allocations.SequenceEqual(asked.Allocations) && known.Discounts.SequenceEqual(asked.Discounts);
        if (same && !known.IsReversed)
            return Ledger.Outcome.AlreadySo;
        // A payment that the bank seemed to take back is applied again when that return turns out to be another's. One
        // that was undone stays undone: its entry is matched anew, under another match.
        return same && known.Reversed is { Cause: ReversalCause.ReturnedByBank }
            ? null
            : Refuse(Refusals.PaymentKnownDifferently, $"Match {asked.Payment.MatchId} already applied {known.Applied.Amount} to the account.");
    }

    private Outcome? Sums()
    {
        var total = Money.Sum(asked.Allocations.Select(a => a.Amount), account.Id.Currency) + asked.OnAccount;
        return total == asked.Amount
            ? null
            : Refuse(Refusals.AllocationsDoNotAddUp, $"The parts come to {total}, the payment is of {asked.Amount}.");
    }

    private Outcome? Bounds()
    {
        foreach (var part in Settlements.GroupBy(a => (a.Receivable, a.Instalment)))
        {
            var open = account.Receivables[part.Key.Receivable].OpenOf(part.Key.Instalment);
            var settled = Money.Sum(part.Select(a => a.Amount), account.Id.Currency);
            if (settled.Abs() > open.Abs() || settled.IsNegative != open.IsNegative || part.Any(a => a.Amount.IsNegative != open.IsNegative))
                return Refuse(Refusals.AllocationAboveOpen, $"{settled} cannot settle {part.Key.Receivable}, of which {open} is open.");
        }

        return null;
    }

    private Outcome? Discounts()
    {
        foreach (var discount in asked.Discounts)
        {
            var offer = account.Receivables[discount.Receivable].Receivable.Discount;
            if (offer is not { } offered || discount.Amount > offered.Amount || asked.Payment.BookedOn > offered.Until)
                return Refuse(Refusals.DiscountNotEarned, $"A discount of {discount.Amount} on {discount.Receivable} is not offered for a payment of {asked.Payment.BookedOn:yyyy-MM-dd}.");
        }

        return null;
    }

    private Outcome Accepted()
    {
        var applied = new PaymentApplied(asked.Payment, asked.Amount, asked.Allocations, asked.OnAccount) { Decision = asked.Decision };
        var discounts = asked.Discounts.Select(d => new DiscountGranted(d, asked.Payment) { Decision = asked.Decision });
        return Ledger.Outcome.Accept(ImmutableArray.CreateRange<AccountEvent>([applied, .. discounts]));
    }

    private static Outcome Refuse(string code, string message) => Ledger.Outcome.Refuse(code, message);
}
