using Reconciliation.Domain.Reporting;
using Reconciliation.Domain.Statements;

namespace Reconciliation.Domain.Tests.Reporting;

/// <summary>Whether statements have come in, by the days on which TARGET settles.</summary>
public class BankFreshnessTests
{
    private static readonly BankAccountId Account = BankAccountId.FromText("FR1420041010050500013M02606");

    [Theory]
    [InlineData("2026-10-02", "2026-10-01", 0, false, "yesterday is covered")]
    [InlineData("2026-10-02", "2026-09-30", 0, true, "yesterday is missing")]
    [InlineData("2026-10-05", "2026-10-02", 0, false, "a Monday asks for Friday")]
    [InlineData("2026-10-04", "2026-10-02", 0, false, "so does a Sunday")]
    [InlineData("2026-10-05", "2026-10-01", 0, true, "a Monday without Friday")]
    [InlineData("2026-10-05", "2026-10-01", 1, false, "one business day of grace")]
    [InlineData("2026-04-07", "2026-04-02", 0, false, "Good Friday and Easter Monday do not count")]
    [InlineData("2026-04-07", "2026-04-01", 0, true, "the Thursday before does")]
    [InlineData("2026-10-02", "2026-10-02", 0, false, "a statement of today, intraday")]
    public void Freshness_GoesByBusinessDays(string today, string through, int graceDays, bool isLate, string because)
    {
        var freshness = BankFreshness.Of(Account, DateOnly.Parse(through, null), DateOnly.Parse(today, null), graceDays);

        Assert.True(isLate == freshness.IsLate, because);
    }

    [Fact]
    public void Freshness_WithoutAnyStatement_IsLateAndHasNoAge()
    {
        var freshness = BankFreshness.Of(Account, null, new DateOnly(2026, 10, 2), 5);

        Assert.True(freshness.IsLate);
        Assert.Null(freshness.AgeDays);
    }

    [Fact]
    public void Age_CountsCalendarDays() =>
        Assert.Equal(3, BankFreshness.Of(Account, new DateOnly(2026, 10, 2), new DateOnly(2026, 10, 5), 0).AgeDays);

    [Fact]
    public void Grace_BelowZero_IsABug() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => BankFreshness.Of(Account, null, new DateOnly(2026, 10, 2), -1));
}
