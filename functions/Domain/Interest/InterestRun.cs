using System.Collections.Immutable;
using Reconciliation.Domain.Calendars;

namespace Reconciliation.Domain.Interest;

/// <summary>One calculation: cuts the time in segments and puts a rate on each.</summary>
internal sealed class InterestRun(
    OverdueDebt debt, ImmutableArray<DebtReduction> reductions, DateOnly until, ReferenceRates rates, InterestSettings settings)
{
    private static readonly Money Indemnity = new(40_00, Currency.Eur);

    private readonly InterestRule _rule = InterestRule.Of(debt.Debtor, debt.Creditor);

    public LateInterestOutcome State()
    {
        if (DebtChecks.Of(debt, reductions) is { } refusal)
            return LateInterestOutcome.Of(refusal);
        var segments = ImmutableArray<InterestSegment>.Empty;
        if (LastFreeDay is { } free && free < until)
        {
            var begins = free.AddDays(1);
            var choice = new RateChoice(debt, begins, rates, settings);
            segments = Segments(begins, choice);
            if (choice.Missing is { } missing)
                return LateInterestOutcome.Of(missing);
        }

        return LateInterestOutcome.Of(new LateInterest
        {
            Rule = _rule,
            Segments = segments,
            Exact = segments.Aggregate(ExactAmount.Zero(debt.Amount.Currency), (sum, segment) => sum + segment.Amount),
            IndemniteForfaitaire = _rule.OwesIndemnity && IsUnpaidAfter(LastTimelyDay) ? Indemnity : Money.Zero(Currency.Eur),
            Warnings = [.. Warnings(segments)],
        });
    }

    /// <summary>The last day that bears no interest; null where none runs at all.</summary>
    private DateOnly? LastFreeDay => _rule.NeedsNotice ? debt.NoticeOn : debt.DueDate;

    /// <summary>The last day on which payment owes no indemnity.</summary>
    private DateOnly LastTimelyDay
    {
        get
        {
            var day = debt.DueDate;
            while (settings.WeekendTolerance && !TargetCalendar.IsOpen(day))
                day = day.AddDays(1);
            return day;
        }
    }

    private ImmutableArray<InterestSegment> Segments(DateOnly begins, RateChoice choice)
    {
        var segments = ImmutableArray.CreateBuilder<InterestSegment>();
        for (var from = begins; OpenAtStartOf(from) is { IsPositive: true } open && choice.On(from) is { } rate;)
        {
            var to = EndOf(from);
            var days = to.DayNumber - from.DayNumber + 1;
            segments.Add(new InterestSegment(from, to, open, rate, ExactAmount.Of(open, rate.Rate.PerCent, days, YearDays(from))));
            if (to == until)
                break;
            from = to.AddDays(1);
        }

        return segments.ToImmutable();
    }

    private Money OpenAtStartOf(DateOnly day) =>
        debt.Amount - Money.Sum(reductions.Where(reduction => reduction.On < day).Select(reduction => reduction.Amount), debt.Amount.Currency);

    /// <summary>The last day, inclusive, before the debt, the semester or the rule changes.</summary>
    private DateOnly EndOf(DateOnly from)
    {
        IEnumerable<DateOnly> changes = [until, Semester.Of(from).LastDay, .. reductions.Select(reduction => reduction.On)];
        if (debt.EnforceableOn is { } enforceable)
            changes = changes.Append(InterestRule.RaisedFrom(enforceable).AddDays(-1));
        return changes.Where(day => day >= from).Min();
    }

    private int YearDays(DateOnly day) => settings.DayCount switch
    {
        DayCount.Actual365Fixed => 365,
        DayCount.ActualActual => new DateOnly(day.Year, 12, 31).DayOfYear,
    };

    private bool IsUnpaidAfter(DateOnly day) => until > day && OpenAtStartOf(day.AddDays(1)).IsPositive;

    private IEnumerable<InterestWarning> Warnings(ImmutableArray<InterestSegment> segments)
    {
        var below = segments.Where(segment => segment.Rate.IsContractBelowFloor).Select(segment => Semester.Of(segment.From)).Distinct().ToList();
        if (below.Count > 0)
            yield return new(InterestWarnings.ContractRateBelowFloor, $"The contract's rate is below three times the legal rate in {string.Join(", ", below)} (C. com. L441-10 II). What a court puts in its place is not settled; have a person decide.");
        if (_rule.NeedsNotice && debt.NoticeOn is null)
            yield return new(InterestWarnings.NoticeMissing, "No interest runs before a formal notice, mise en demeure (C. civ. 1231-6).");
        if (_rule.OwesIndemnity && IsUnpaidAfter(debt.DueDate) && !IsUnpaidAfter(LastTimelyDay))
            yield return new(InterestWarnings.WeekendTolerance, $"No indemnity is claimed: TARGET was closed on the due date, and {LastTimelyDay.Iso()} was the first day on which a transfer could settle.");
    }
}
