using Reconciliation.Domain.Interest;
using Reconciliation.Domain.Receivables;

namespace Reconciliation.Domain.Tests.Interest;

public class LateInterestTests
{
    [Fact]
    public void Business_OverTwoSemesters_PaysEachSemestersRate()
    {
        var interest = Debts.Debt("10000.00", "2025-05-31").Until("2025-08-15");

        Assert.Equal(["2025-06-01..2025-06-30 30 d 10000.00 13.15", "2025-07-01..2025-08-15 46 d 10000.00 12.15"], interest.Lines());
        Assert.Equal(Debts.Eur("261.21"), interest.Total);
        Assert.Equal(Debts.Eur("40.00"), interest.IndemniteForfaitaire);
        Assert.Empty(interest.Warnings);
    }

    [Fact]
    public void Parts_RoundedEach_WouldNotComeToTheTotal() => Assert.Equal(
        ["108.082192", "153.123288"], Debts.Debt("10000.00", "2025-05-31").Until("2025-08-15").Segments.Select(s => s.Amount.ToDecimalString(4)));

    [Theory]
    [InlineData("0.01", "0", "0.00")]
    [InlineData("73.00", "0.5", "0.01")]
    [InlineData("36.50", "0.5", "0.01")]
    [InlineData("36.49", "0.5", "0.00")]
    public void Total_OfHalfACent_IsRoundedUp(string amount, string perCent, string expected)
    {
        var rates = ReferenceRates.None.With($$"""{ "kind": "legalOtherCreditor", "semesters": [{ "semester": "2031-S1", "perCent": {{perCent}}, "source": "made up" }] }""").Rates;
        var debt = Debts.Consumer(amount, "2031-01-31", "2031-01-31");

        var outcome = LateInterest.Of(debt, [], Debts.Day("2031-02-10"), rates ?? ReferenceRates.None);

        Assert.Equal(Debts.Eur(expected), outcome.Match(interest => interest.Total, refusal => throw new InvalidOperationException(refusal.Code)));
    }

    [Theory]
    [InlineData(DayCount.Actual365Fixed, "100000.00", "79.45")]
    [InlineData(DayCount.ActualActual, "100000.00", "79.23")]
    [InlineData(DayCount.Actual365Fixed, "1200.00", "0.95")]
    public void Business_OverTheLeapDay_CountsIt(DayCount dayCount, string amount, string expected)
    {
        var interest = Debts.Debt(amount, "2024-02-28").Until("2024-03-01", new InterestSettings { DayCount = dayCount });

        Assert.Equal(2, Assert.Single(interest.Segments).Days);
        Assert.Equal(Debts.Eur(expected), interest.Total);
    }

    [Theory]
    [InlineData("2025-05-30", "2025-05-30")]
    [InlineData("2025-05-30", "2025-01-01")]
    public void Business_UpToTheDueDate_OwesNothing(string due, string until) =>
        ShouldOweNothing(Debts.Debt("10000.00", due).Until(until));

    [Fact]
    public void Business_PaidOnTheDueDate_OwesNothingEver() =>
        ShouldOweNothing(Debts.Debt("10000.00", "2025-05-30").Until("2031-12-31", Debts.Paid("2025-05-30", "10000.00")));

    [Fact]
    public void Consumer_OfACompany_PaysTheLowLegalRateAndNoIndemnity()
    {
        var interest = Debts.Consumer("2000.00", "2025-01-31", "2025-03-09").Until("2025-09-30");

        Assert.Equal(["2025-03-10..2025-06-30 113 d 2000.00 3.71", "2025-07-01..2025-09-30 92 d 2000.00 2.76"], interest.Lines());
        Assert.Equal(Debts.Eur("36.88"), interest.Total);
        Assert.True(interest.IndemniteForfaitaire.IsZero);
    }

    [Fact]
    public void Consumer_OfAPrivatePerson_PaysTheHighLegalRate()
    {
        var debt = Debts.Consumer("2000.00", "2025-01-31", "2025-03-09") with { Creditor = CreditorQuality.PrivatePerson };

        Assert.Equal(["2025-03-10..2025-03-31 22 d 2000.00 7.21"], debt.Until("2025-03-31").Lines());
    }

    [Fact]
    public void Consumer_WithoutNotice_OwesNothingAndAPersonIsTold()
    {
        var interest = Debts.Consumer("2000.00", "2025-01-31", notice: null).Until("2025-09-30");

        ShouldOweNothing(interest);
        Assert.Equal(InterestWarnings.NoticeMissing, Assert.Single(interest.Warnings).Code);
    }

    [Fact]
    public void Judgment_AfterTwoMonths_RaisesTheLegalRate()
    {
        var debt = Debts.Consumer("2000.00", "2025-01-31", "2025-03-09") with { EnforceableOn = Debts.Day("2026-01-15") };

        Assert.Equal(Debts.Day("2026-03-16"), InterestRule.RaisedFrom(Debts.Day("2026-01-15")));
        Assert.Equal(
            ["2026-01-01..2026-03-15 74 d 2000.00 2.62", "2026-03-16..2026-04-30 46 d 2000.00 7.62"],
            debt.Until("2026-04-30").Lines().TakeLast(2));
    }

    [Fact]
    public void PublicBuyer_OverSemesters_KeepsTheRateOfTheFirst()
    {
        var interest = (Debts.Debt("10000.00", "2024-12-15") with { Debtor = DebtorKind.Public }).Until("2025-07-31");

        Assert.Equal([12.25m, 12.25m, 12.25m], interest.Segments.Select(s => s.Rate.Rate.PerCent));
        Assert.Equal(Debts.Eur("40.00"), interest.IndemniteForfaitaire);
    }

    [Fact]
    public void PublicBuyer_DueOnTheLastDayOfASemester_PaysTheRateOfTheNext()
    {
        var interest = (Debts.Debt("10000.00", "2024-12-31") with { Debtor = DebtorKind.Public }).Until("2025-01-31");

        Assert.Equal(11.15m, Assert.Single(interest.Segments).Rate.Rate.PerCent);
    }

    [Fact]
    public void Default_BelowTheFloor_IsNotRaisedToIt() =>
        Assert.Equal(14.50m, Assert.Single(Debts.Debt("100.00", "2024-01-31").Until("2024-03-31").Segments).Rate.Rate.PerCent);

    [Theory]
    [InlineData(12.5, BelowFloor.ApplyFloor, "12.5", false)]
    [InlineData(11.13, BelowFloor.ApplyFloor, "11.13", false)]
    [InlineData(5, BelowFloor.ApplyFloor, "11.13", true)]
    [InlineData(5, BelowFloor.ApplyDefaultRate, "13.15", true)]
    public void Contract_OfARate_ReplacesTheDefaultDownToTheFloor(decimal contract, BelowFloor belowFloor, string expected, bool warns)
    {
        var debt = Debts.Debt("10000.00", "2025-01-31") with { ContractRate = new AnnualRate(contract) };

        var interest = debt.Until("2025-03-31", new InterestSettings { BelowFloor = belowFloor });

        Assert.Equal([$"2025-02-01..2025-03-31 59 d 10000.00 {expected}"], interest.Lines());
        Assert.Equal(warns, interest.Warnings.Any(w => w.Code == InterestWarnings.ContractRateBelowFloor));
    }

    [Fact]
    public void PartPayment_OnADay_LowersTheDebtFromTheNext()
    {
        var interest = Debts.Debt("10000.00", "2025-05-30").Until(
            "2025-07-10", Debts.Paid("2025-07-05", "6000.00"), Debts.Paid("2025-06-10", "1000.00"), Debts.Paid("2025-05-01", "1000.00"));

        Assert.Equal(
            [
                "2025-05-31..2025-06-10 11 d 9000.00 13.15", "2025-06-11..2025-06-30 20 d 8000.00 13.15",
                "2025-07-01..2025-07-05 5 d 8000.00 12.15", "2025-07-06..2025-07-10 5 d 2000.00 12.15",
            ],
            interest.Lines());
    }

    [Fact]
    public void FullPayment_OnADay_EndsInterestWhateverComesLater()
    {
        var debt = Debts.Debt("10000.00", "2025-05-31");

        Assert.Equal(debt.Until("2025-08-15"), debt.Until("2031-12-31", Debts.Paid("2025-08-15", "10000.00")));
    }

    [Theory]
    [InlineData("2025-06-02", "0.00", true)]
    [InlineData("2025-06-03", "40.00", false)]
    public void Indemnity_OfADebtDueOnASaturday_WaitsForTheNextTargetDay(string paidOn, string indemnity, bool warns)
    {
        var interest = Debts.Debt("10000.00", "2025-05-31").Until("2025-08-15", Debts.Paid(paidOn, "10000.00"));

        Assert.Equal(Debts.Eur(indemnity), interest.IndemniteForfaitaire);
        Assert.Equal(warns, interest.Warnings.Any(w => w.Code == InterestWarnings.WeekendTolerance));
        Assert.True(interest.Total.IsPositive);
    }

    private static void ShouldOweNothing(LateInterest interest)
    {
        Assert.Empty(interest.Segments);
        Assert.True(interest.Total.IsZero);
        Assert.True(interest.IndemniteForfaitaire.IsZero);
    }
}
