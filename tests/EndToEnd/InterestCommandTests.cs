using System.Text.Json;

namespace Reconciliation.EndToEnd;

/// <summary><c>reconcile interest</c>, as people type it.</summary>
public sealed class InterestCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Theory]
    [InlineData("10000.00 2025-05-31 2025-08-15", "261.21", "40.00", 2)]
    [InlineData("1200.00 2024-02-28 2024-03-01", "0.95", "40.00", 1)]
    [InlineData("1200.00 2024-02-28 2024-02-28", "0.00", "0.00", 0)]
    [InlineData("2000.00 2025-01-31 2025-09-30 --debtor consumer --from-notice 2025-03-09", "36.88", "0.00", 2)]
    [InlineData("10000.00 2025-05-31 2025-08-15 --debtor public", "232.16", "40.00", 2)]
    [InlineData("10000.00 2025-05-31 2025-08-15 --contract-rate 12.5", "260.27", "40.00", 2)]
    [InlineData("10000.00 2025-05-30 2031-12-31 --payment 2025-05-30=10000.00", "0.00", "0.00", 0)]
    [InlineData("10000.00 2025-05-31 2025-06-30 --payment 2025-06-20=2500.00 --payment 2025-06-10=2500.00", "81.06", "40.00", 3)]
    [InlineData("10000 2025-05-31 2025-08-15 --currency JPY", "261", "40.00", 2)]
    public async Task Interest_OfADebt_IsStatedInJson(string words, string total, string indemnity, int segments)
    {
        var finished = await RunAsync(words + " --json");

        Assert.Equal((0, ""), (finished.Status, finished.Errors));
        using var json = JsonDocument.Parse(finished.Output);
        Assert.Equal(total, json.RootElement.GetProperty("total").GetString());
        Assert.Equal(indemnity, json.RootElement.GetProperty("indemnity").GetString());
        Assert.Equal(segments, json.RootElement.GetProperty("segments").GetArrayLength());
    }

    [Fact]
    public async Task Interest_OfADebt_IsStatedInATable()
    {
        var finished = await RunAsync("10000.00 2025-05-31 2025-08-15 --contract-rate 5");

        Assert.Equal(0, finished.Status);
        Assert.All(
            ["2025-06-01", "2025-06-30", "11.13", "91.479452", "8.28", "JO du 24 juin 2025", "195.83 EUR", "40.00 EUR", "contract-rate-below-floor"],
            text => Assert.Contains(text, finished.Output, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Interest_InASemesterWithoutRate_IsRefusedByName()
    {
        var finished = await RunAsync("10000.00 2026-05-31 2026-08-15 --json");

        Assert.Equal(1, finished.Status);
        Assert.Contains("2026-S2", Assert.Single(finished.Errors.TrimEnd().Split('\n')), StringComparison.Ordinal);
        using var json = JsonDocument.Parse(finished.Output);
        Assert.Equal("rate-missing", json.RootElement.GetProperty("refused").GetProperty("code").GetString());
    }

    [Fact]
    public async Task Interest_WithAFileOfTheMissingRate_IsStated()
    {
        var rates = _folder.Write("rates.json", """{ "kind": "mainRefinancing", "semesters": [{ "semester": "2026-S2", "perCent": 1.25, "source": "made up" }] }""");

        var finished = await ReconcileProcess.RunAsync("interest", "--amount", "10000.00", "--due", "2026-06-30", "--until", "2026-07-31", "--rates", rates);

        Assert.Equal(0, finished.Status);
        Assert.Contains("made up", finished.Output, StringComparison.Ordinal);
        Assert.Contains("95.55 EUR", finished.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Interest_WithAFileThatHoldsNoRates_SaysSoInOneSentence()
    {
        var rates = _folder.Write("rates.json", "2.15");

        var finished = await ReconcileProcess.RunAsync("interest", "--amount", "1.00", "--due", "2025-06-30", "--until", "2025-07-31", "--rates", rates);

        Assert.Equal(1, finished.Status);
        Assert.Single(finished.Errors.TrimEnd().Split('\n'));
    }

    [Theory]
    [InlineData("10000.00 2025-05-31 2025-08-15 --payment 2025-06-01=10000.01", "reductions-above-amount")]
    [InlineData("10000.00 2025-05-31 2025-08-15 --debtor public --contract-rate 12.5", "contract-rate-barred")]
    [InlineData("10000.00 2025-05-31 2025-08-15 --debtor consumer --from-notice 2025-05-30", "notice-before-due")]
    public async Task Interest_OfWhatCannotBe_IsRefusedByName(string words, string code)
    {
        var finished = await RunAsync(words);

        Assert.Equal((1, ""), (finished.Status, finished.Output));
        Assert.Contains($"({code})", finished.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("0.00 2025-05-31 2025-08-15", "'0.00' is not an amount")]
    [InlineData("1,5 2025-05-31 2025-08-15", "'1,5' is not an amount")]
    [InlineData("1.005 2025-05-31 2025-08-15", "'1.005' is not an amount")]
    [InlineData("1.00 2025-02-29 2025-08-15", "'2025-02-29' is not a day")]
    [InlineData("1.00 2025-05-31 15/08/2025", "'15/08/2025' is not a day")]
    [InlineData("1.00 2025-05-31 2025-08-15 --currency XYZ", "'XYZ' is not")]
    [InlineData("1.00 2025-05-31 2025-08-15 --debtor friend", "'friend'")]
    [InlineData("1.00 2025-05-31 2025-08-15 --contract-rate high", "'high' is not a rate")]
    [InlineData("1.00 2025-05-31 2025-08-15 --contract-rate 101", "'101' is not a rate")]
    [InlineData("1.00 2025-05-31 2025-08-15 --payment 2025-06-01", "'2025-06-01' is not a payment")]
    [InlineData("1.00 2025-05-31 2025-08-15 --payment 2025-06-01=-1.00", "is not a payment")]
    [InlineData("1.00 2025-05-31 2025-08-15 --from-notice 2025-06-01", "--from-notice is for consumers")]
    [InlineData("1.00 2025-05-31 2025-08-15 --frobnicate", "'--frobnicate'")]
    public async Task WrongWords_GiveUsageAndStatus2(string words, string named)
    {
        var finished = await RunAsync(words);

        Assert.Equal((2, ""), (finished.Status, finished.Output));
        Assert.Contains(named, finished.Errors, StringComparison.Ordinal);
        Assert.Contains("Usage:", finished.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", finished.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task NoWords_GiveUsageAndStatus2()
    {
        var finished = await ReconcileProcess.RunAsync("interest");

        Assert.Equal(2, finished.Status);
        Assert.Contains("--amount", finished.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Help_NamesEveryOption()
    {
        var finished = await ReconcileProcess.RunAsync("interest", "--help");

        Assert.Equal(0, finished.Status);
        Assert.All(
            ["--amount", "--currency", "--due", "--until", "--debtor", "--contract-rate", "--from-notice", "--payment", "--rates", "--json"],
            option => Assert.Contains(option, finished.Output, StringComparison.Ordinal));
    }

    public void Dispose() => _folder.Dispose();

    /// <summary>Amount, due date and last day, then any other words.</summary>
    private static Task<Finished> RunAsync(string words)
    {
        var parts = words.Split(' ');
        return ReconcileProcess.RunAsync(["interest", "--amount", parts[0], "--due", parts[1], "--until", parts[2], .. parts[3..]]);
    }
}
