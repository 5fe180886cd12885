using System.Collections.Immutable;
using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using Reconciliation.Domain.Interest;
using Reconciliation.Domain.Receivables;

namespace Reconciliation.Domain.Tests.Interest;

public class InterestProperties
{
    private static readonly Config Runs = Config.QuickThrowOnFailure.WithMaxTest(300);
    private static readonly DateOnly First = new(2020, 1, 1);

    /// <summary>Debts whose every day has its rate, with payments before, on and after the due date.</summary>
    private static Arbitrary<Question> Any => Arb.From(
        from minor in Gen.Choose(1, 5_000_000)
        from kind in Gen.Elements(Enum.GetValues<DebtorKind>())
        from contract in Gen.Elements<decimal?>(null, 0m, 9.75m, 15.333m)
        from dayCount in Gen.Elements(Enum.GetValues<DayCount>())
        from due in Gen.Choose(0, 1200)
        from notice in Gen.Choose(0, 200)
        from days in Gen.Choose(0, 1000)
        from payments in Gen.Choose(0, 4).SelectMany(count => Gen.Choose(-50, 1200).Zip(Gen.Choose(1, 100)).ListOf(count))
        let debt = new OverdueDebt
        {
            Amount = new Money(minor, Currency.Eur),
            DueDate = First.AddDays(due),
            Debtor = kind,
            NoticeOn = kind == DebtorKind.Consumer ? First.AddDays(due + notice) : null,
            ContractRate = kind == DebtorKind.Business && contract is { } rate ? new AnnualRate(rate) : null,
        }
        select new Question(
            debt,
            [.. payments.Select(p => new DebtReduction(debt.DueDate.AddDays(p.Item1), new Money((long)minor * p.Item2 / 400, Currency.Eur))).Where(p => p.Amount.IsPositive)],
            debt.DueDate.AddDays(days),
            new InterestSettings { DayCount = dayCount }));

    [Fact]
    public void Interest_OfAnyDebt_SplitOnAnyDayAddsUpUnrounded() => Prop.ForAll(Any, Arb.From(Gen.Choose(0, 1000)), (question, day) =>
    {
        var split = question.SplitAfter(day);
        var before = (question with { Until = split }).Ask();
        var after = (question with { Debt = question.Debt with { DueDate = split, NoticeOn = question.Debt.NoticeOn is null ? null : split } }).Ask();

        Assert.Equal(question.Ask().Exact, before.Exact + after.Exact);
    }).Check(Runs);

    [Fact]
    public void Interest_OfAnyDebt_NeverFallsWithDays() => Holds(question =>
    {
        var today = question.Ask().Exact;
        var tomorrow = (question with { Until = question.Until.AddDays(1) }).Ask().Exact;

        Assert.True(tomorrow.Numerator * today.Denominator >= today.Numerator * tomorrow.Denominator);
        Assert.True(tomorrow.Round() >= today.Round());
    });

    [Fact]
    public void Interest_OfAnyDebt_DoesNotDependOnTheOrderOfPayments() => Holds(question =>
        Assert.Equal(question.Ask(), (question with { Reductions = [.. question.Reductions.Reverse()] }).Ask()));

    [Fact]
    public void Interest_OfAnyDebt_StaysAsItIsOnceNothingIsOpen() => Holds(question =>
    {
        var rest = question.Debt.Amount - Money.Sum(question.Reductions.Select(r => r.Amount), Currency.Eur);
        var paidOff = question with { Reductions = [.. question.Reductions.Where(r => r.On <= question.Until)] };
        rest += Money.Sum(question.Reductions.Where(r => r.On > question.Until).Select(r => r.Amount), Currency.Eur);
        if (rest.IsPositive)
            paidOff = paidOff with { Reductions = paidOff.Reductions.Add(new(question.Until, rest)) };

        Assert.Equal(question.Ask().Exact, (paidOff with { Until = paidOff.Until.AddDays(1000) }).Ask().Exact);
    });

    [Fact]
    public void Segments_OfAnyDebt_FollowEachOtherWithinSemesters() => Holds(question =>
    {
        var segments = question.Ask().Segments;

        Assert.All(segments.Zip(segments.Skip(1)), pair => Assert.Equal(pair.First.To.AddDays(1), pair.Second.From));
        Assert.All(segments, segment => Assert.Equal(Semester.Of(segment.From), Semester.Of(segment.To)));
        Assert.All(segments, segment => Assert.True(segment.Base.IsPositive && segment.Days > 0 && segment.From > question.Debt.DueDate && segment.To <= question.Until));
    });

    private static void Holds(Action<Question> property) => Prop.ForAll(Any, property).Check(Runs);

    private sealed record Question(OverdueDebt Debt, ImmutableArray<DebtReduction> Reductions, DateOnly Until, InterestSettings Settings)
    {
        public LateInterest Ask() => Debt.Until(Until.ToString("O", CultureInfo.InvariantCulture), Settings, [.. Reductions]);

        /// <summary>A day of the question; where the first semester fixes the rate, one that leaves a day of it.</summary>
        public DateOnly SplitAfter(int days)
        {
            var free = Debt.NoticeOn ?? Debt.DueDate;
            var latest = Debt.Debtor == DebtorKind.Public ? Semester.Of(free.AddDays(1)).LastDay.AddDays(-1) : Until;
            return free.AddDays(Math.Clamp(Math.Min(latest.DayNumber, Until.DayNumber) - free.DayNumber, 0, days));
        }
    }
}
