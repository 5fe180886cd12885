using System.Collections.Immutable;
using Reconciliation.Domain.Calendars;
using Reconciliation.Domain.Receivables;

namespace Reconciliation.Domain.Interest;

/// <summary>What a debt must be before interest is stated, in the order of <see cref="InterestRefusals"/>.</summary>
internal static class DebtChecks
{
    /// <summary>The first rule that the debt breaks; null for none.</summary>
    public static InterestRefusal? Of(OverdueDebt debt, ImmutableArray<DebtReduction> reductions) =>
        Amounts(debt.Amount, reductions) ?? ContractRate(debt) ?? Dates(debt);

    private static InterestRefusal? Amounts(Money amount, ImmutableArray<DebtReduction> reductions)
    {
        foreach (var low in reductions.Select(reduction => reduction.Amount).Prepend(amount).Where(each => !each.IsPositive))
            return new(InterestRefusals.AmountNotPositive, $"{low} is not above zero.");
        if (amount.MinorUnits > LateInterest.LargestAmount)
            return new(InterestRefusals.AmountTooLarge, $"{amount} is above {new Money(LateInterest.LargestAmount, amount.Currency)}.");
        foreach (var reduction in reductions.Where(reduction => reduction.Amount.Currency != amount.Currency))
            return new(InterestRefusals.CurrencyDiffers, $"{reduction.Amount} of {reduction.On.Iso()} cannot lower a debt in {amount.Currency}.");
        var open = amount;
        foreach (var reduction in reductions)
        {
            if (reduction.Amount > open)
                return new(InterestRefusals.ReductionsAboveAmount, $"What was paid or credited comes to more than {amount}; name only what went to this debt.");
            open -= reduction.Amount;
        }

        return null;
    }

    private static InterestRefusal? ContractRate(OverdueDebt debt)
    {
        if (debt.ContractRate is not { } rate)
            return null;
        if (rate.PerCent is < 0 or > 100)
            return new(InterestRefusals.ContractRateInvalid, "The contract's rate is not within 0 to 100 per cent.");
        return debt.Debtor switch
        {
            DebtorKind.Business => null,
            DebtorKind.Public => new(InterestRefusals.ContractRateBarred, "A public buyer owes the rate that CCP R2192-31 sets, whatever the contract says."),
            DebtorKind.Consumer => new(InterestRefusals.ContractRateBarred, "Whether a clause binds a consumer is for a person to examine (C. civ. 1231-5); without it the legal rate runs."),
        };
    }

    private static InterestRefusal? Dates(OverdueDebt debt)
    {
        var rule = InterestRule.Of(debt.Debtor, debt.Creditor);
        if (debt.EnforceableOn is not null && rule.Reference == ReferenceRateKind.MainRefinancing)
            return new(InterestRefusals.JudgmentBarred, "The rise of CMF L313-3 is one of the legal rate; between professionals the judgment says which rate runs.");
        if (rule.NeedsNotice && debt.NoticeOn is { } notice && notice < debt.DueDate)
            return new(InterestRefusals.NoticeBeforeDue, $"The formal notice of {notice.Iso()} came before the due date, {debt.DueDate.Iso()}: what is not due yet cannot be demanded.");
        return null;
    }
}
