using System.Text.Json;

namespace Reconciliation.EndToEnd;

/// <summary><c>reconcile rules try</c> and <c>reconcile match --rules</c>: rules of a team tried on what was.</summary>
public sealed class RulesTests : IDisposable
{
    private const string HoldAll = """
        { "rules": [ { "id": "all", "name": "Everything by hand", "when": "before", "if": { "direction": "in" }, "then": { "hold": { "because": "by hand for now" } } } ] }
        """;

    private const string Nobody = """
        { "rules": [ { "id": "nobody", "name": "Nobody", "when": "instead", "decides": true, "if": { "direction": "in", "debtorFoundBy": "nothing" }, "then": { "leave": { "because": "nobody known" } } } ] }
        """;

    private readonly TemporaryFolder _folder = new();

    private string Data => Path.Combine(_folder.Path, "data");

    [Fact]
    public async Task Try_OnTheDemoMonth_TellsWhatWouldChange_AndWritesNothing()
    {
        await ReconcileProcess.RunAsync("demo", "--no-serve", "--data", Data);
        var before = await LedgerAsync();

        var held = await TryAsync(HoldAll);
        var none = await TryAsync("""{ "rules": [] }""");
        var people = await ReconcileProcess.RunAsync("rules", "try", "--rules", _folder.Write("all.json", HoldAll), "--data", Data, "--from", "2026-01-01", "--language", "fr");

        Assert.NotEmpty(held);
        Assert.All(held.Where(line => line.Change == "newlyHeld"), line => Assert.Equal(("review", "all"), (line.Verdict, line.Rule)));
        Assert.Contains(held, line => line.Change == "newlyHeld" && line.DecidedBy == "matching");
        Assert.All(held, line => Assert.True(line.Change is "newlyHeld" or "same", line.Change));
        Assert.Equal(held.Count, none.Count);
        Assert.All(none, line => Assert.Equal("same", line.Change));
        Assert.Equal((0, ""), (people.Status, people.Errors));
        Assert.Contains("newly held", people.Output, StringComparison.Ordinal);
        Assert.Contains("Rules tried", people.Output, StringComparison.Ordinal);
        Assert.Equal(before, await LedgerAsync());
    }

    [Fact]
    public async Task Try_WithFaultyRules_NamesEveryFaultAndTriesNothing()
    {
        await ImportAsync();
        var rules = _folder.Write("faulty.json", """
            { "rules": [
              { "id": "a", "name": "N", "when": "never", "if": {}, "then": { "pay": 1 } } ] }
            """);

        var finished = await ReconcileProcess.RunAsync("rules", "try", "--rules", rules, "--data", Data, "--json");

        Assert.Equal((1, ""), (finished.Status, finished.Output));
        foreach (var place in (string[])["line 2, rules[0].when", "rules[0].if: is empty", "rules[0].then.pay: is not a known property"])
            Assert.Contains(place, finished.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", finished.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Try_WithWrongWordsOrWithoutALedger_SaysSoInOneSentence()
    {
        var rules = _folder.Write("rules.json", Nobody);

        var none = await ReconcileProcess.RunAsync("rules", "try", "--rules", rules, "--data", Data);
        var turned = await ReconcileProcess.RunAsync("rules", "try", "--rules", rules, "--data", Data, "--from", "2026-02-01", "--to", "2026-01-01");
        var unnamed = await ReconcileProcess.RunAsync("rules", "try", "--data", Data);
        await ImportAsync();
        var missing = await ReconcileProcess.RunAsync("rules", "try", "--rules", Path.Combine(_folder.Path, "no.json"), "--data", Data);

        Assert.Equal([1, 2, 2, 1], new[] { none.Status, turned.Status, unnamed.Status, missing.Status });
        Assert.Contains("there is no data folder", none.Errors, StringComparison.Ordinal);
        Assert.Contains("--from is after --to", turned.Errors, StringComparison.Ordinal);
        Assert.Single(missing.Errors.TrimEnd().Split('\n'));
    }

    [Fact]
    public async Task Rules_InTheDataFolderWithAFault_KeepTheLedgerClosedByName()
    {
        await ImportAsync();
        File.WriteAllText(Path.Combine(Data, "rules.json"), """{ "rules": [ { "id": "a" } ] }""");

        var finished = await ReconcileProcess.RunAsync("import", "--data", Data, Csv());

        Assert.Equal(1, finished.Status);
        Assert.Contains("rules.json has faults", finished.Errors, StringComparison.Ordinal);
        Assert.Contains("rules[0].name: is missing", finished.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Match_WithRulesCompared_SaysWhatTheyChange()
    {
        var statement = _folder.Write("day.sta", ":20:DAY1\n:25:FR7699001000010000000000182\n:28C:1\n:60F:C260301EUR0,00\n:61:2603010301C100,00NTRFNONREF\n:86:F-2026-0001 ALPHA\n:61:2603010301C5,00NTRFNONREF\n:86:RIEN\n:62F:C260301EUR105,00\n-\n");
        var rules = _folder.Write("rules.json", HoldAll);
        string[] words = ["match", "--receivables", Csv(), "--out", Path.Combine(_folder.Path, "out.csv"), statement];

        var compared = await ReconcileProcess.RunAsync([.. words, "--rules", rules, "--compare", "--json"]);
        var unnamed = await ReconcileProcess.RunAsync([.. words, "--compare"]);

        Assert.Equal((0, ""), (compared.Status, compared.Errors));
        Assert.Contains("\"change\":\"newlyHeld\"", compared.Output, StringComparison.Ordinal);
        Assert.Contains("Everything by hand", await File.ReadAllTextAsync(Path.Combine(_folder.Path, "out.csv")), StringComparison.Ordinal);
        Assert.Equal(2, unnamed.Status);
        Assert.Contains("--compare needs --rules", unnamed.Errors, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();

    private string Csv() => _folder.Write("receivables.csv", "number,debtor_id,debtor_name,issue_date,due_date,amount,currency\nF-2026-0001,D1,Alpha,2026-01-01,2026-01-31,100.00,EUR\n");

    private Task<Finished> ImportAsync() => ReconcileProcess.RunAsync("import", "--data", Data, Csv());

    private async Task<string> LedgerAsync()
    {
        using var host = await RunningHost.StartAsync("serve", "--data", Data);
        return $"{await host.JsonAsync("/api/entries?size=1000")} {await host.JsonAsync("/api/reports/trial-balance")}";
    }

    private async Task<IReadOnlyList<Line>> TryAsync(string rules)
    {
        var finished = await ReconcileProcess.RunAsync("rules", "try", "--rules", _folder.Write("tried.json", rules), "--data", Data, "--from", "2026-01-01", "--json");
        Assert.Equal((0, ""), (finished.Status, finished.Errors));
        return [.. finished.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(Line.Read)];
    }

    private sealed record Line(string Change, string Verdict, string? Rule, string? DecidedBy)
    {
        public static Line Read(string line)
        {
            using var json = JsonDocument.Parse(line);
            var root = json.RootElement;
            return new Line(
                root.GetProperty("change").GetString()!, root.GetProperty("verdict").GetString()!, root.GetProperty("rule").GetString(), root.GetProperty("decidedBy").GetString());
        }
    }
}
