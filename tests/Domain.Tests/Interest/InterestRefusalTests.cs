using System.Reflection;
using Reconciliation.Domain.Interest;
using Reconciliation.Domain.Receivables;

namespace Reconciliation.Domain.Tests.Interest;

public class InterestRefusalTests
{
    private static readonly OverdueDebt Business = Debts.Debt("100.00", "2025-05-30");

    public static TheoryData<string, OverdueDebt, DebtReduction[]> Cases => new()
    {
        { "amount-not-positive", Debts.Debt("0.00", "2025-05-30"), [] },
        { "amount-not-positive", Business, [Debts.Paid("2025-06-01", "-1.00")] },
        { "amount-too-large", Debts.Debt("10000000000000.01", "2025-05-30"), [] },
        { "currency-differs", Business, [new(Debts.Day("2025-06-01"), new Money(100, Currency.Of("USD")))] },
        { "reductions-above-amount", Business, [Debts.Paid("2025-06-01", "60.00"), Debts.Paid("2025-06-01", "40.01")] },
        { "contract-rate-invalid", Business with { ContractRate = new AnnualRate(100.5m) }, [] },
        { "contract-rate-barred", Business with { ContractRate = new AnnualRate(12), Debtor = DebtorKind.Public }, [] },
        { "contract-rate-barred", Business with { ContractRate = new AnnualRate(12), Debtor = DebtorKind.Consumer }, [] },
        { "judgment-barred", Business with { EnforceableOn = Debts.Day("2025-06-01") }, [] },
        { "notice-before-due", Debts.Consumer("100.00", "2025-05-30", "2025-05-29"), [] },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void LateInterest_OfWhatCannotBe_IsRefusedByName(string code, OverdueDebt debt, DebtReduction[] reductions) =>
        Assert.Equal(code, debt.Refused("2025-06-30", reductions));

    [Theory]
    [InlineData(DebtorKind.Business, "main refinancing rate of 2026-S2")]
    [InlineData(DebtorKind.Consumer, "legal interest rate of other creditors of 2026-S2")]
    public void LateInterest_InASemesterWithoutRate_NamesItAndGuessesNothing(DebtorKind debtor, string named)
    {
        var refusal = (Debts.Consumer("100.00", "2026-06-15", "2026-06-15") with { Debtor = debtor }).Refusal("2026-07-01");

        Assert.Equal(InterestRefusals.RateMissing, refusal.Code);
        Assert.Contains(named, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void LateInterest_OfAContractWithoutTheFloorsRate_IsRefused() =>
        Assert.Equal("rate-missing", (Debts.Debt("100.00", "2026-06-15") with { ContractRate = new AnnualRate(50) }).Refused("2026-07-01"));

    [Fact]
    public void LateInterest_OfAFrozenRate_NeedsTheFirstSemesterOnly() =>
        Assert.Equal(10.15m, (Debts.Debt("100.00", "2026-06-15") with { Debtor = DebtorKind.Public }).Until("2026-07-31").Segments[^1].Rate.Rate.PerCent);

    [Fact]
    public void LateInterest_UpToTheLastKnownDay_IsStated() =>
        Assert.Equal(15, Assert.Single(Debts.Debt("100.00", "2026-06-15").Until("2026-06-30").Segments).Days);

    [Fact]
    public void Page_ListsTheRefusalsInTheirOrder() => ShouldBeListed("## Refusals", InterestRefusals.All);

    [Fact]
    public void Page_ListsTheWarnings() => ShouldBeListed("## Warnings", InterestWarnings.All);

    [Fact]
    public void All_HoldsEveryCode()
    {
        Assert.Equal(Codes(typeof(InterestRefusals)), InterestRefusals.All.Order());
        Assert.Equal(Codes(typeof(InterestWarnings)), InterestWarnings.All.Order());
        Assert.Equal(InterestRefusals.All.Where(code => code != InterestRefusals.RateMissing), Cases.Select(row => (string)row[0]).Distinct());
    }

    private static IEnumerable<string> Codes(Type catalogue) =>
        catalogue.GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => (string)field.GetValue(null)!).Order();

    private static void ShouldBeListed(string heading, IEnumerable<string> codes)
    {
        var rows = Pages.Table("Interest/README.md", heading);

        Assert.Equal(codes.Select(code => $"`{code}`"), rows.Select(row => row[0]));
        Assert.All(rows, row => Assert.True(row.Length == 3 && row.All(cell => cell.Length > 0), string.Join(" / ", row)));
    }
}
