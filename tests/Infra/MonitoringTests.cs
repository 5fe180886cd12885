using System.Text.Json;
using Reconciliation.Infra.Bicep;
using Reconciliation.Infra.Checks;

namespace Reconciliation.Infra;

/// <summary>Alerts and the workbook look for what the app says, and the runbook explains each alert.</summary>
public class MonitoringTests
{
    private static BicepFile Alerts { get; } = BicepFile.Read("infra/modules/alerts.bicep");

    private static IReadOnlyList<BicepObject> QueryAlerts => Alerts.ObjectsOf("queryAlerts");

    private static IEnumerable<string> AlertNames => Alerts.ObjectsOf("metricAlerts").Concat(QueryAlerts).Select(alert => alert["name"]!.AsText!);

    private static IEnumerable<(string Where, string Query)> Queries =>
        QueryAlerts.Select(alert => (alert["name"]!.AsText!, TextOf(alert["query"]!))).Concat(WorkbookQueries());

    [Fact]
    public void Runbook_ExplainsEveryAlert() =>
        Violations.ShouldBeNone(Violations.Differences("Alert", ReadmePage.HeadingsBelow("## Runbook").Select(heading => heading.Trim('`')), AlertNames));

    [Fact]
    public void Queries_NameWhatTheAppSays() =>
        Violations.ShouldBeNone(Queries.SelectMany(each => QueryChecks.Unknown(each.Where, each.Query)));

    [Fact]
    public void Queries_OfTheRunbook_NameWhatTheAppSays() =>
        Violations.ShouldBeNone(ReadmePage.Blocks("kusto").SelectMany(query => QueryChecks.Unknown("README", query)));

    [Fact]
    public void Metrics_AreAllLookedAt() =>
        Assert.Equal(NamesInCode.Metrics.Keys.Order(), Queries.SelectMany(each => QueryChecks.MetricsIn(each.Query)).Distinct().Order());

    [Theory]
    [InlineData("AppMetrics | where Name == 'reconciliation.file'")]
    [InlineData("AppMetrics | where Name == 'reconciliation.files' | summarize sum(Sum) by tostring(Properties.kind)")]
    [InlineData("AppMetrics | where Name == 'reconciliation.files' and tostring(Properties.status) == 'lost'")]
    [InlineData("AppMetrics | where Name == 'reconciliation.matches' | extend decision = tostring(Properties.decision) | where decision == 'sure'")]
    [InlineData("AppRequests | where Name has 'NightlyFigure'")]
    [InlineData("AppRequests | where Name has_any ('Api', 'Nobody')")]
    public void Queries_ThatNameSomethingElse_AreFound(string query) => Assert.Single(QueryChecks.Unknown("here", query));

    [Fact]
    public void Alerts_AreWatchedWithinWhatTheServiceAllows()
    {
        string[] windows = ["PT5M", "PT10M", "PT15M", "PT30M", "PT45M", "PT1H", "PT2H", "PT3H", "PT4H", "PT5H", "PT6H", "P1D", "P2D"];

        Assert.All(QueryAlerts, alert => Assert.All(["frequency", "window", "range"], name => Assert.Contains(alert[name]!.AsText, windows)));
        Assert.Equal(AlertNames.Count(), AlertNames.Distinct().Count());
    }

    [Fact]
    public void Workbook_ShowsWhatItShould() =>
        Assert.Superset(
            new HashSet<string> { "backlog", "dead-letters", "quarantine", "stuck-cases", "freshness", "match-rate" },
            WorkbookItems().Select(item => item.GetProperty("name").GetString()!).ToHashSet());

    private static IEnumerable<(string, string)> WorkbookQueries() =>
        from item in WorkbookItems()
        where item.GetProperty("content").TryGetProperty("query", out _)
        select (item.GetProperty("name").GetString()!, item.GetProperty("content").GetProperty("query").GetString()!);

    private static IEnumerable<JsonElement> WorkbookItems()
    {
        using var json = JsonDocument.Parse(Repository.Read("infra/workbook.json"));
        return [.. json.RootElement.GetProperty("items").EnumerateArray().Select(item => item.Clone())];
    }

    private static string TextOf(BicepValue value) => value.AsText
        ?? ((BicepExpression)value).Tokens.First(token => token.Kind == BicepTokenKind.Text).Text;
}
