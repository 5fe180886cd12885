using System.Collections.Immutable;
using Reconciliation.Domain.Calendars;

namespace Reconciliation.Domain.Ledger;

/// <summary>Whether money may be applied as asked: every rule of <see cref="Refusals"/> that concerns it, in their order.</summary>
internal sealed class PaymentDecision(DebtorAccount account, ApplyPayment asked)
{
    private IEnumerable<Allocation> Remainders => asked.Charges.Concat(asked.WriteOffs);

    private IEnumerable<Allocation> Settlements => asked.Allocations.Concat(asked.Discounts).Concat(Remainders);

    private IEnumerable<Money> Amounts => Settlements.Select(part => part.Amount).Append(asked.Amount).Append(asked.OnAccount);

    public Outcome Outcome() =>
        Currencies() ?? Signs() ?? Sizes() ?? Receivables() ?? Instalments() ?? Known() ?? Sums() ?? Bounds() ?? Discounts() ?? RemaindersClosed()
        ?? ChargesWithinLimit() ?? WriteOffsWithinLimit() ?? Reason() ?? Accepted();

    private Outcome? Currencies() =>
        Amounts.All(amount => amount.Currency == account.Id.Currency)
            ? null
            : Refuse(Refusals.CurrencyDiffers, $"The payment mixes currencies; the account is in {account.Id.Currency}.");

    private Outcome? Signs()
    {
        var settlesNothing = asked.Amount.IsZero && asked.Allocations.IsEmpty;
        var hasWrongPart = asked.Amount.IsNegative || asked.OnAccount.IsNegative
            || asked.Allocations.Any(part => part.Amount.IsZero) || asked.Discounts.Concat(Remainders).Any(part => !part.Amount.IsPositive);
        return settlesNothing || hasWrongPart
            ? Refuse(Refusals.AmountNotPositive, $"A payment of {asked.Amount} with {asked.OnAccount} on account, or a part of nothing, cannot be applied.")
            : null;
    }

    private Outcome? Sizes() =>
        Amounts.Any(DebtorAccount.IsTooLarge)
            ? Refuse(Refusals.AmountTooLarge, $"A part of the payment of {asked.Amount} is above {new Money(DebtorAccount.LargestAmount, account.Id.Currency)}.")
            : null;

    private Outcome? Receivables() =>
        Settlements.Where(a => !account.Receivables.ContainsKey(a.Receivable)).Select(a => a.Receivable).FirstOrDefault() is { } number
            ? Refuse(Refusals.ReceivableUnknown, $"The account has no receivable {number}.")
            : null;

    private Outcome? Instalments()
    {
        var wrong = Settlements.Where(part => !account.Receivables[part.Receivable].HasPart(part.Instalment)).ToList();
        if (wrong.FirstOrDefault(part => part.Instalment is not null) is { Receivable: not null } unknown)
            return Refuse(Refusals.InstalmentUnknown, $"Receivable {unknown.Receivable} has no term {unknown.Instalment}.");
        return wrong is [var missing, ..]
            ? Refuse(Refusals.InstalmentMissing, $"Receivable {missing.Receivable} is paid in terms; the allocation must name one.")
            : null;
    }

    private Outcome? Known()
    {
        if (!account.Payments.TryGetValue(asked.Payment.MatchId, out var known))
            return asked.AfterReturn is null ? null : Refuse(Refusals.PaymentUnknown, $"No payment was applied under match {asked.Payment.MatchId}.");
        var same = known.Applied.Payment == asked.Payment && known.Applied.Amount == asked.Amount
            && known.Applied.OnAccount == asked.OnAccount && known.Applied.Allocations.SequenceEqual(asked.Allocations)
            && known.Discounts.SequenceEqual(asked.Discounts)
            && known.Charges.SequenceEqual(asked.Charges) && known.WriteOffs.SequenceEqual(asked.WriteOffs);
        if (same && !known.IsReversed)
            return Ledger.Outcome.AlreadySo;
        // A payment that the bank seemed to take back is applied again when that return turns out to be another's. One
        // that was undone stays undone: its entry is matched anew, under another match.
        if (same && asked.AfterReturn is { } entry && known.Reversed is { Cause: ReversalCause.ReturnedByBank } reversed)
            return reversed.ReturnEntry == entry ? null : Ledger.Outcome.AlreadySo;
        return Refuse(Refusals.PaymentKnownDifferently, $"Match {asked.Payment.MatchId} already applied {known.Applied.Amount} to the account.");
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
        foreach (var discounts in asked.Discounts.GroupBy(discount => discount.Receivable))
        {
            var total = Money.Sum(discounts.Select(discount => discount.Amount), account.Id.Currency);
            var offer = account.Receivables[discounts.Key].Receivable.Discount;
            if (offer is not { } offered || total + GrantedBefore(discounts.Key) > offered.Amount || asked.Payment.BookedOn > offered.Until)
                return Refuse(Refusals.DiscountNotEarned, $"A discount of {total} on {discounts.Key} is not offered for a payment of {asked.Payment.BookedOn.Iso()}.");
            if (discounts.FirstOrDefault(discount => !IsClosed(discount)) is { Receivable: not null } open)
                return Refuse(Refusals.DiscountNotEarned, $"With a discount of {open.Amount}, {open.Receivable} is not paid in full.");
        }

        return null;
    }

    private Outcome? RemaindersClosed() =>
        Remainders.FirstOrDefault(part => !IsClosed(part) || !asked.Allocations.Any(paid => IsSamePart(paid, part))) is { Receivable: not null } open
            ? Refuse(Refusals.RemainderNotClosed, $"With {open.Amount} in charges or written off, {open.Receivable} is not settled by money and in full.")
            : null;

    private Outcome? ChargesWithinLimit()
    {
        var total = Money.Sum(asked.Charges.Select(part => part.Amount), account.Id.Currency);
        var limit = new Money(asked.Limits.ChargesMinorUnits, account.Id.Currency);
        return total > limit && !IsAppliedAgain ? Refuse(Refusals.ChargesAboveLimit, $"Charges of {total} are above {limit}.") : null;
    }

    private Outcome? WriteOffsWithinLimit()
    {
        var standing = account.Payments.Values.Where(payment => !payment.IsReversed).SelectMany(payment => payment.WriteOffs);
        foreach (var parts in asked.WriteOffs.GroupBy(part => part.Receivable))
        {
            var before = standing.Where(part => part.Receivable == parts.Key);
            var total = Money.Sum(parts.Concat(before).Select(part => part.Amount), account.Id.Currency);
            if (total > WriteOffLimit && !IsAppliedAgain)
                return Refuse(Refusals.WriteOffAboveLimit, $"A write-off of {total} on {parts.Key} in all is above {WriteOffLimit}.");
        }

        return null;
    }

    // What was allowed when it was first applied is not asked for again.
    private bool IsAppliedAgain => account.Payments.ContainsKey(asked.Payment.MatchId);

    private Money WriteOffLimit => new(asked.Limits.WriteOffMinorUnits, account.Id.Currency);

    private Outcome? Reason() =>
        Remainders.Any() && string.IsNullOrWhiteSpace(asked.Decision.Because) && !IsAppliedAgain
            ? Refuse(Refusals.ReasonMissing, "Charges and write-offs need a reason.")
            : null;

    private Money GrantedBefore(string receivable) => Money.Sum(
        account.Payments.Values.Where(payment => !payment.IsReversed)
            .SelectMany(payment => payment.Discounts)
            .Where(discount => discount.Receivable == receivable)
            .Select(discount => discount.Amount),
        account.Id.Currency);

    // The part of a receivable as it stands after this payment.
    private bool IsClosed(Allocation part)
    {
        var settled = Settlements.Where(other => IsSamePart(other, part));
        return account.Receivables[part.Receivable].OpenOf(part.Instalment) == Money.Sum(settled.Select(other => other.Amount), account.Id.Currency);
    }

    private static bool IsSamePart(Allocation one, Allocation other) => one.Receivable == other.Receivable && one.Instalment == other.Instalment;

    private Outcome Accepted()
    {
        var applied = new PaymentApplied(asked.Payment, asked.Amount, asked.Allocations, asked.OnAccount) { Decision = asked.Decision };
        var discounts = asked.Discounts.Select(d => new DiscountGranted(d, asked.Payment) { Decision = asked.Decision });
        var charges = asked.Charges.Select(part => new BankChargeBorne(part, asked.Payment) { Decision = asked.Decision });
        var writeOffs = asked.WriteOffs.Select(part => new RemainderWrittenOff(part, asked.Payment, WriteOffLimit) { Decision = asked.Decision });
        return Ledger.Outcome.Accept(ImmutableArray.CreateRange<AccountEvent>([applied, .. discounts, .. charges, .. writeOffs, .. Learnt()]));
    }

    private IEnumerable<PayerLearnt> Learnt() =>
        asked.Payer is { } payer ? [new PayerLearnt(payer, asked.Payment.MatchId) { Decision = asked.Decision }] : [];

    private static Outcome Refuse(string code, string message) => Ledger.Outcome.Refuse(code, message);
}
