using FsCheck;
using FsCheck.Fluent;
using Reconciliation.Domain.Calendars;

namespace Reconciliation.Domain.Tests.Calendars;

public class BusinessDaysTests
{
    private static readonly Gen<DateOnly> Days = Gen.Choose(730000, 760000).Select(DateOnly.FromDayNumber);

    [Theory]
    [InlineData("2026-01-01")]
    [InlineData("2026-04-03")]
    [InlineData("2026-04-06")]
    [InlineData("2026-05-01")]
    [InlineData("2026-12-25")]
    [InlineData("2025-12-26")]
    [InlineData("2026-11-21")]
    [InlineData("2026-11-22")]
    public void Target_OnItsHolidays_IsClosed(string day) => Assert.False(TargetCalendar.IsOpen(Day(day)));

    [Theory]
    [InlineData("2026-05-08")]
    [InlineData("2026-05-14")]
    [InlineData("2026-05-25")]
    [InlineData("2026-07-14")]
    [InlineData("2025-08-15")]
    [InlineData("2027-11-01")]
    [InlineData("2026-11-11")]
    public void Target_OnOtherFrenchHolidays_IsOpen(string day)
    {
        Assert.True(FrenchHolidays.IsHoliday(Day(day), Territory.Metropole));
        Assert.True(TargetCalendar.IsOpen(Day(day)));
    }

    [Theory]
    [InlineData("2026-04-02", 0, "2026-04-02")]
    [InlineData("2026-04-03", 0, "2026-04-07")]
    [InlineData("2026-04-02", 1, "2026-04-07")]
    [InlineData("2026-04-02", 3, "2026-04-09")]
    [InlineData("2026-12-24", 1, "2026-12-28")]
    public void Add_OnTarget_CountsSettlementDays(string from, int count, string expected) =>
        Assert.Equal(Day(expected), BusinessDays.Target.Add(Day(from), count));

    [Fact]
    public void Add_AcrossAlsatianHolidays_DependsOnTheTerritory()
    {
        Assert.Equal(Day("2026-04-03"), BusinessDays.In(Territory.Metropole).Add(Day("2026-04-02"), 1));
        Assert.Equal(Day("2026-04-07"), BusinessDays.In(Territory.AlsaceMoselle).Add(Day("2026-04-02"), 1));
        Assert.Equal(Day("2026-04-03"), BusinessDays.In(Territory.AlsaceMoselle, goodFriday: false).Add(Day("2026-04-02"), 1));
    }

    [Fact]
    public void Add_BelowZero_Throws() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => BusinessDays.Target.Add(Day("2026-04-02"), -1));

    [Fact]
    public void Add_AnyCount_PassesExactlyThatManyOpenDays() =>
        Prop.ForAll(Days.ToArbitrary(), Gen.Choose(1, 40).ToArbitrary(), Gen.Elements(Enum.GetValues<Territory>()).ToArbitrary(), (day, count, territory) =>
        {
            var open = BusinessDays.In(territory);
            var reached = open.Add(day, count);
            var passed = Enumerable.Range(day.DayNumber + 1, reached.DayNumber - day.DayNumber).Count(n => open.IsOpen(DateOnly.FromDayNumber(n)));
            return open.IsOpen(reached) && passed == count;
        }).QuickCheckThrowOnFailure();

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd");
}
