using System.Text.Json;
using Reconciliation.Pipeline.Ports;
using Reconciliation.Pipeline.Reports;

namespace Reconciliation.Pipeline.Tests;

/// <summary>Figures of a day and freshness of the banks' data.</summary>
public class ReportsTests
{
    private const string Receivables = """
        number,debtor_id,debtor_name,issue_date,due_date,amount,currency
        F-1,D-1,Boulangerie Duval,2026-08-01,2026-08-31,120.00,EUR
        F-2,D-2,Menuiserie Roux,2026-09-10,2026-10-10,80.50,EUR
        """;

    [Fact]
    public async Task Figures_OfADay_AreKeptAndAddUp()
    {
        await using var pipeline = new TestPipeline();
        await pipeline.ImportAsync(Receivables);

        var figures = await pipeline.Get<TakeFigures>().HandleAsync(default);

        var aged = Assert.Single(figures.AgedBalance);
        Assert.Equal(2, aged.Debtors);
        Assert.Equal("200.50", aged.Amounts.Total.ToDecimalString());
        Assert.Equal("120.00", aged.Amounts.Late31To60.ToDecimalString());
        Assert.Equal("200.50", Assert.Single(figures.TrialBalance, balance => balance.Account == "411").Balance.ToDecimalString());
        var kept = await pipeline.Get<IFigures>().LatestAsync(default);
        Assert.Equal(new DateOnly(2026, 10, 1), kept?.Day);
    }

    [Fact]
    public async Task Figures_AsADocument_NameNoDebtor()
    {
        await using var pipeline = new TestPipeline();
        await pipeline.ImportAsync(Receivables);

        await pipeline.Get<TakeFigures>().HandleAsync(default);

        var json = (await pipeline.Get<IFigures>().LatestAsync(default))!.Json;
        using var document = JsonDocument.Parse(json);
        Assert.Equal("2026-10-01", document.RootElement.GetProperty("day").GetString());
        Assert.DoesNotContain("Duval", json, StringComparison.Ordinal);
        Assert.DoesNotContain("D-1", json, StringComparison.Ordinal);
    }

    [Fact]
    public async Task BankData_OfAnAccountThatIsBehind_AreLate()
    {
        await using var pipeline = new TestPipeline();
        await pipeline.IngestAsync("a.sta", Mt940Text.Day(1, "260930", 0, (100_00, "F-1")));

        var fresh = Assert.Single(await pipeline.Get<CheckBankData>().HandleAsync(0, default));
        Assert.False(fresh.IsLate);
        pipeline.Clock.Now = pipeline.Clock.Now.AddDays(7);
        var late = Assert.Single(await pipeline.Get<CheckBankData>().HandleAsync(0, default));

        Assert.True(late.IsLate);
        Assert.Equal(fresh.AgeDays + 7, late.AgeDays);
    }
}
