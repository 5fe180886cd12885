using System.Globalization;
using Reconciliation.Domain.Calendars;
using Reconciliation.Domain.Receivables;

namespace Reconciliation.Domain.Interest;

/// <summary>Finds the rate that a debt bears on a day; <see cref="Missing"/> says which reference rate it lacked.</summary>
internal sealed class RateChoice(OverdueDebt debt, DateOnly begins, ReferenceRates rates, InterestSettings settings)
{
    private const decimal FloorMultiple = 3;
    private const decimal JudgmentPoints = 5;

    private readonly InterestRule _rule = InterestRule.Of(debt.Debtor, debt.Creditor);

    public InterestRefusal? Missing { get; private set; }

    /// <summary>The rate; null where a reference rate is missing.</summary>
    public AppliedRate? On(DateOnly day) =>
        debt.ContractRate is { } contract && _rule.TakesContractRate ? Contract(contract, day) : Default(day);

    private AppliedRate? Contract(AnnualRate contract, DateOnly day)
    {
        if (Reference(ReferenceRateKind.LegalOtherCreditor, Semester.Of(day)) is not { } legal)
            return null;
        var floor = FloorMultiple * legal.Rate.PerCent;
        if (contract.PerCent >= floor)
            return new AppliedRate(contract, $"contract, not below 3 × {Named(legal)}, {_rule.Basis}", legal);
        return settings.BelowFloor switch
        {
            BelowFloor.ApplyFloor => new AppliedRate(
                new AnnualRate(floor), $"3 × {Named(legal)}, above the contract's {PerCent(contract)}, {_rule.Basis}", legal, IsContractBelowFloor: true),
            BelowFloor.ApplyDefaultRate => Default(day) is { } rate ? rate with { IsContractBelowFloor = true } : null,
        };
    }

    private AppliedRate? Default(DateOnly day)
    {
        if (Reference(_rule.Reference, Semester.Of(_rule.IsFrozen ? begins : day)) is not { } reference)
            return null;
        var isRaised = debt.EnforceableOn is { } enforceable && day >= InterestRule.RaisedFrom(enforceable);
        var points = _rule.Points + (isRaised ? JudgmentPoints : 0);
        var basis = string.Create(CultureInfo.InvariantCulture, $"{Named(reference)}{(points > 0 ? $" + {points} points" : "")}, {_rule.Basis}{(isRaised ? ", L313-3" : "")}");
        return new AppliedRate(new AnnualRate(reference.Rate.PerCent + points), basis, reference);
    }

    private ReferenceRate? Reference(ReferenceRateKind kind, Semester semester)
    {
        var rate = rates.Find(kind, semester);
        if (rate is null)
        {
            Missing = new InterestRefusal(
                InterestRefusals.RateMissing,
                $"The {kind.Name()} of {semester} ({semester.FirstDay.Iso()} to {semester.LastDay.Iso()}) is not known. Add it with its source; no other semester stands in for it.");
        }

        return rate;
    }

    private static string Named(ReferenceRate rate) => $"{rate.Kind.Name()} of {rate.Semester} ({PerCent(rate.Rate)})";

    private static string PerCent(AnnualRate rate) => string.Create(CultureInfo.InvariantCulture, $"{rate.PerCent:0.00######} %");
}
