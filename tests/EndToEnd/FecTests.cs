using System.Globalization;
using System.Text.Json;

namespace Reconciliation.EndToEnd;

/// <summary><c>reconcile fec</c>: a year of a data folder's ledger.</summary>
public sealed class FecTests : IDisposable
{
    private const string Siren = "999001001";

    private readonly TemporaryFolder _folder = new();

    private string Data => Path.Combine(_folder.Path, "data");

    private string Out => Path.Combine(_folder.Path, "out");

    [Fact]
    public async Task Fec_OfTheDemoMonth_HoldsTheTrialBalance()
    {
        await ReconcileProcess.RunAsync("demo", "--no-serve", "--data", Data);

        var finished = await ReconcileProcess.RunAsync("fec", "--data", Data, "--year", "2026", "--out", Out, "--json");

        Assert.Equal((0, ""), (finished.Status, finished.Errors));
        using var json = JsonDocument.Parse(finished.Output);
        Assert.True(json.RootElement.GetProperty("balanced").GetBoolean());
        var rows = (await File.ReadAllLinesAsync(Path.Combine(Out, $"{Siren}FEC20261231.txt"))).Skip(1).Select(line => line.Split('\t')).ToList();
        Assert.Equal(json.RootElement.GetProperty("lines").GetInt32(), rows.Count);
        Assert.All(rows, row => Assert.Equal(18, row.Length));
        Assert.Equal(await TrialBalanceAsync(), Balances(rows));
    }

    [Fact]
    public async Task Fec_WithoutSiren_SaysSoInOneSentence()
    {
        await ImportAsync("EUR");

        var refused = await ReconcileProcess.RunAsync("fec", "--data", Data, "--year", "2026", "--out", Out);
        var wrong = await ReconcileProcess.RunAsync("fec", "--data", Data, "--year", "2026", "--out", Out, "--siren", "999001002");
        var named = await ReconcileProcess.RunAsync("fec", "--data", Data, "--year", "2026", "--out", Out, "--siren", "999 001 001");

        Assert.Equal([1, 1, 0], new[] { refused.Status, wrong.Status, named.Status });
        Assert.Contains("creditor.json", refused.Errors, StringComparison.Ordinal);
        Assert.Single(refused.Errors.TrimEnd().Split('\n'));
        Assert.Contains("999001002", wrong.Errors, StringComparison.Ordinal);
        Assert.Contains("entries: 1, lines: 2", named.Output, StringComparison.Ordinal);
        Assert.Equal(3, (await File.ReadAllLinesAsync(Path.Combine(Out, $"{Siren}FEC20261231.txt"))).Length);
    }

    [Fact]
    public async Task Fec_OfAnEmptyLedgerOrNone_SaysSoAndWritesNothing()
    {
        var none = await ReconcileProcess.RunAsync("fec", "--data", Data, "--year", "2026", "--out", Out, "--siren", Siren);
        Directory.CreateDirectory(Data);
        var empty = await ReconcileProcess.RunAsync("fec", "--data", Data, "--year", "2026", "--out", Out, "--siren", Siren);
        await ImportAsync("EUR");
        var earlier = await ReconcileProcess.RunAsync("fec", "--data", Data, "--year", "2025", "--out", Out, "--siren", Siren);

        Assert.Equal([1, 1, 1], new[] { none.Status, empty.Status, earlier.Status });
        Assert.Contains("there is no data folder", none.Errors, StringComparison.Ordinal);
        Assert.Contains("is empty", empty.Errors, StringComparison.Ordinal);
        Assert.Contains("no entry up to the end of 2025", earlier.Errors, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Out));
    }

    [Fact]
    public async Task Fec_OfAnotherCurrency_IsRefusedByName()
    {
        await ImportAsync("CHF");

        var finished = await ReconcileProcess.RunAsync("fec", "--data", Data, "--year", "2026", "--out", Out, "--siren", Siren, "--json");

        Assert.Equal(1, finished.Status);
        using var json = JsonDocument.Parse(finished.Output);
        Assert.Equal("currency-foreign", json.RootElement.GetProperty("faults")[0].GetProperty("code").GetString());
        Assert.False(Directory.Exists(Out));
    }

    public void Dispose() => _folder.Dispose();

    private async Task ImportAsync(string currency)
    {
        var csv = _folder.Write("receivables.csv", $"number;debtor_id;debtor_name;issue_date;due_date;amount;currency\nF1;D1;Alpha;2026-01-01;2026-01-31;100.00;{currency}\n");
        Assert.Equal(0, (await ReconcileProcess.RunAsync("import", "--data", Data, csv)).Status);
    }

    private async Task<SortedDictionary<string, decimal>> TrialBalanceAsync() => new(
        (await LedgerDump.OfAsync(Data)).Select(line => line.Split(' ')).Where(words => words[0] == "balance")
            .Select(words => (Account: words[1], Balance: decimal.Parse(words[2], CultureInfo.InvariantCulture))).Where(line => line.Balance != 0)
            .ToDictionary(line => line.Account, line => line.Balance), StringComparer.Ordinal);

    private static SortedDictionary<string, decimal> Balances(IEnumerable<string[]> rows) => new(
        rows.GroupBy(row => row[4]).Select(account => (Account: account.Key, Balance: account.Sum(row => Figure(row[11]) - Figure(row[12]))))
            .Where(line => line.Balance != 0).ToDictionary(line => line.Account, line => line.Balance), StringComparer.Ordinal);

    private static decimal Figure(string text) => decimal.Parse(text.Replace(',', '.'), CultureInfo.InvariantCulture);
}
