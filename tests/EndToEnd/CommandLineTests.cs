using System.Net;
using System.Net.Sockets;
using System.Text.Json;

namespace Reconciliation.EndToEnd;

/// <summary>What the command line says to right and wrong words.</summary>
public sealed class CommandLineTests : IDisposable
{
    private const string Header = "number;debtor_id;debtor_name;issue_date;due_date;amount;currency";

    private readonly TemporaryFolder _folder = new();

    [Theory]
    [InlineData("frobnicate")]
    [InlineData("check")]
    [InlineData("check", "--frobnicate", "x")]
    [InlineData("import", "x.csv")]
    [InlineData("match", "--receivables", "r.csv", "--as-of", "yesterday", "--out", "o.csv", "s.xml")]
    [InlineData("simulate", "--receivables", "r.csv", "--from", "2026-01-01", "--months", "0")]
    [InlineData("simulate", "--receivables", "r.csv", "--from", "soon", "--months", "6")]
    [InlineData("fec", "--data", "data")]
    [InlineData("fec", "--data", "data", "--year", "26")]
    [InlineData("serve", "--port", "70000")]
    [InlineData("demo", "--port", "http")]
    public async Task WrongWords_GiveUsageAndStatus2(params string[] words)
    {
        var finished = await ReconcileProcess.RunAsync(words);

        Assert.Equal(2, finished.Status);
        Assert.Contains("Usage:", finished.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", finished.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData()]
    [InlineData("demo")]
    [InlineData("serve")]
    [InlineData("check")]
    [InlineData("import")]
    [InlineData("ingest")]
    [InlineData("match")]
    [InlineData("rules", "try")]
    [InlineData("simulate")]
    [InlineData("fec")]
    public async Task Help_IsThereForEveryCommand(params string[] words)
    {
        var finished = await ReconcileProcess.RunAsync([.. words, "--help"]);

        Assert.Equal(0, finished.Status);
        Assert.Contains("Usage:", finished.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Check_SuggestedProfile_CanBeSavedAndReadsTheFile()
    {
        var file = _folder.Write("releve.csv", "Compte:;FR1420041010050500013M02606;;\nDate;Libellé;Montant;Solde EUR\n03/02/2026;VIR ATELIER;1 250,00;1 350,00\n02/02/2026;FRAIS;-12,50;100,00\n");

        var suggested = await ReconcileProcess.RunAsync("check", "--suggest-profile", "--json", file);
        using var suggestion = JsonDocument.Parse(suggested.Output);
        var profile = _folder.Write("releve.json", suggestion.RootElement.GetProperty("profile").GetRawText());
        var read = await ReconcileProcess.RunAsync("check", "--json", "--profile", profile, file);

        Assert.Equal((0, 0), (suggested.Status, read.Status));
        using var found = JsonDocument.Parse(read.Output);
        var statement = Assert.Single(found.RootElement.GetProperty("statements").EnumerateArray());
        Assert.Equal(("FR1420041010050500013M02606", "1350.00", true), (
            statement.GetProperty("account").GetString(), statement.GetProperty("closingBalance").GetString(), statement.GetProperty("balanced").GetBoolean()));
    }

    [Theory]
    [InlineData("letter.csv", "Dear customer", "No profile can be proposed.")]
    [InlineData("table.csv", "Datum;Text;Betrag EUR\n03.02.2026;A;12,50\n32.02.2026;B;7,50\n04.02.2026;C;-1,00\n", "Rows that the proposal does not read: lines 3")]
    public async Task Check_SuggestProfile_SaysWhatCannotBeRead(string name, string content, string expected)
    {
        var finished = await ReconcileProcess.RunAsync("check", "--suggest-profile", _folder.Write(name, content));

        Assert.Equal(1, finished.Status);
        Assert.Contains(expected, finished.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Check_OfSomethingThatIsNoStatement_SaysSoInJson()
    {
        var file = _folder.Write("letter.txt", "Dear customer");

        var finished = await ReconcileProcess.RunAsync("check", "--json", file);

        Assert.Equal(1, finished.Status);
        using var json = JsonDocument.Parse(finished.Output);
        Assert.False(json.RootElement.GetProperty("accepted").GetBoolean());
        Assert.Equal("format-unknown", json.RootElement.GetProperty("diagnostics")[0].GetProperty("code").GetString());
    }

    [Fact]
    public async Task Check_OfNoFile_SaysSoInOneSentence()
    {
        var finished = await ReconcileProcess.RunAsync("check", Path.Combine(_folder.Path, "missing.xml"));

        Assert.Equal(1, finished.Status);
        Assert.Single(finished.Errors.TrimEnd().Split('\n'));
    }

    [Fact]
    public async Task Import_WithBadLines_NamesEachAndImportsNothingUnlessPartial()
    {
        var file = _folder.Write("receivables.csv", $"{Header}\nF1;D1;Alpha;2026-01-01;2026-01-31;100.00;EUR\nF2;D1;Alpha;2026-01-01;2026-02-30;100.00;EUR\nF3;D1;Alpha;2026-01-01;2026-01-31;-5;EUR\nF1;D2;Beta;2026-01-01;2026-01-31;1.00;EUR\nF5;D2;Beta;2026-01-01;2026-01-31;1.00;EUR\n");
        var data = Path.Combine(_folder.Path, "data");

        var refused = await ReconcileProcess.RunAsync("import", "--data", data, "--json", file);
        var partial = await ReconcileProcess.RunAsync("import", "--data", data, "--json", "--partial", file);
        var again = await ReconcileProcess.RunAsync("import", "--data", data, "--json", "--partial", file);

        Assert.Equal([1, 1, 1], new[] { refused.Status, partial.Status, again.Status });
        Assert.Equal((0, 0), Counts(refused));
        Assert.Equal((1, 0), Counts(partial));
        Assert.Equal((0, 1), Counts(again));
        using var json = JsonDocument.Parse(refused.Output);
        Assert.Equal([2, 3, 4, 5], json.RootElement.GetProperty("faults").EnumerateArray().Select(f => f.GetProperty("line").GetInt32()));
    }

    [Fact]
    public async Task Serve_OnAPortInUse_SaysSoInOneSentence()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var port = ((IPEndPoint)taken.LocalEndpoint).Port;

        var finished = await ReconcileProcess.RunAsync("serve", "--data", Path.Combine(_folder.Path, "data"), "--port", $"{port}");

        Assert.Equal(1, finished.Status);
        Assert.Contains($"port {port} is in use", finished.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", finished.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Serve_InAFolderThatCannotBe_SaysSoInOneSentence()
    {
        var file = _folder.Write("file", "");

        var finished = await ReconcileProcess.RunAsync("serve", "--data", Path.Combine(file, "data"));

        Assert.Equal(1, finished.Status);
        Assert.Contains("cannot be written to", finished.Errors, StringComparison.Ordinal);
        Assert.Single(finished.Errors.TrimEnd().Split('\n'));
    }

    [Fact]
    public async Task TwoProcesses_InOneFolder_AreRefused()
    {
        var data = Path.Combine(_folder.Path, "data");
        using var first = ReconcileProcess.Start("serve", "--data", data, "--port", "0");
        Assert.True(await first.UntilAsync(() => first.Output.Contains("Serving", StringComparison.Ordinal)));

        var second = await ReconcileProcess.RunAsync("serve", "--data", data, "--port", "0");

        Assert.Equal(1, second.Status);
        Assert.Contains("another process", second.Errors, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();

    private static (int Opened, int Known) Counts(Finished finished)
    {
        using var json = JsonDocument.Parse(finished.Output);
        return (json.RootElement.GetProperty("opened").GetInt32(), json.RootElement.GetProperty("known").GetInt32());
    }
}
