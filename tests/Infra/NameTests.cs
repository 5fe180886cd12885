using System.Text.Json;
using Reconciliation.Infra.Bicep;
using Reconciliation.Infra.Checks;

namespace Reconciliation.Infra;

/// <summary>Names in the files are those of the code, and the other way round.</summary>
public class NameTests
{
    private static BicepFile Ledger { get; } = BicepFile.Read("infra/modules/ledger-storage.bicep");

    private static BicepFile App { get; } = BicepFile.Read("infra/modules/app.bicep");

    private static BicepFile Subscriptions { get; } = BicepFile.Read("infra/event-subscriptions.bicep");

    private static BicepObject AppSettings => (BicepObject)App.Value("resource", "appSettings")["properties"]!;

    [Fact]
    public void Queues_InBicep_AreThoseOfTheCode()
    {
        var queues = BicepFile.Read("infra/modules/service-bus.bicep").ObjectsOf("queues")
            .ToDictionary(queue => queue["name"]!.AsText!, queue => ((BicepExpression)queue["requiresSession"]!).Text == "true");

        Assert.Equal(NamesInCode.Queues.OrderBy(queue => queue.Key), queues.OrderBy(queue => queue.Key));
    }

    [Theory]
    [InlineData("requiresDuplicateDetection", "true")]
    [InlineData("duplicateDetectionHistoryTimeWindow", "PT10M")]
    [InlineData("maxDeliveryCount", "5")]
    [InlineData("lockDuration", "PT5M")]
    [InlineData("deadLetteringOnMessageExpiration", "true")]
    public void Queues_InBicep_AreAsTheCodeExpects(string property, string value)
    {
        var found = BicepFile.Read("infra/modules/service-bus.bicep").Value("resource", "queue")["properties", property]!;

        Assert.Equal(value, found.AsText ?? ((BicepExpression)found).Text);
    }

    [Fact]
    public void Queues_OfTheEmulator_AreThoseOfTheCode()
    {
        using var json = JsonDocument.Parse(Repository.Read("infra/local/service-bus.json"));
        var queues = json.RootElement.GetProperty("UserConfig").GetProperty("Namespaces")[0].GetProperty("Queues").EnumerateArray()
            .ToDictionary(queue => queue.GetProperty("Name").GetString()!, queue => queue.GetProperty("Properties").GetProperty("RequiresSession").GetBoolean());

        Assert.Equal(NamesInCode.Queues.OrderBy(queue => queue.Key), queues.OrderBy(queue => queue.Key));
    }

    [Fact]
    public void Containers_AreThoseOfTheCode() =>
        Violations.ShouldBeNone(Violations.Differences("Container", Ledger.TextsOf("containerNames"), NamesInCode.Containers));

    [Fact]
    public void Tables_AreThoseOfTheCode() =>
        Violations.ShouldBeNone(Violations.Differences("Table", Ledger.TextsOf("tableNames"), NamesInCode.Tables));

    [Fact]
    public void Names_MissingOrUnknown_AreFound() =>
        Assert.Equal(
            ["Table 'b' is missing in the files", "Table 'c' is unknown to the code"], Violations.Differences("Table", ["a", "c"], ["a", "b"]));

    /// <summary>Rules and dead letters speak of containers that exist.</summary>
    [Fact]
    public void Containers_NamedElsewhere_Exist()
    {
        var prefixes = Ledger.Statements.SelectMany(statement => statement.Value?.Inside ?? []).OfType<BicepObject>()
            .Select(each => each["prefixMatch"]).OfType<BicepList>().SelectMany(list => list.Items).Select(item => item.AsText!.TrimEnd('/'));
        var undelivered = Ledger.Value("var", "undeliveredContainer").AsText!;

        Assert.Subset(NamesInCode.Containers.ToHashSet(), prefixes.ToHashSet());
        Assert.Contains($"'{undelivered}'", Subscriptions.Source, StringComparison.Ordinal);
        Assert.Equal(undelivered, BicepFile.Read("infra/modules/events.bicep").Value("resource", "undelivered")["name"]!.AsText);
    }

    [Fact]
    public void Subscriptions_AreThoseOfTheBlobTriggers()
    {
        var told = Subscriptions.ObjectsOf("subscriptions").ToDictionary(each => each["functionName"]!.AsText!, each => each["container"]!.AsText!);

        Assert.Equal(NamesInCode.BlobTriggers.OrderBy(each => each.Key), told.OrderBy(each => each.Key));
        Assert.Contains("functionName=Host.Functions.${item.functionName}&", Subscriptions.Source, StringComparison.Ordinal);
        var local = Repository.Read("infra/local/drop.sh");
        Assert.All(told.Keys, function => Assert.Contains(function, local, StringComparison.Ordinal));
    }

    [Fact]
    public void Settings_InAzure_AreThoseOfTheCode() => Violations.ShouldBeNone(SettingChecks.InAzure(AppSettings.Names));

    [Fact]
    public void Settings_OnOneMachine_AreThoseOfTheCode()
    {
        using var json = JsonDocument.Parse(Repository.Read("local.settings.sample.json"));
        var values = json.RootElement.GetProperty("Values").EnumerateObject().ToDictionary(value => value.Name, value => value.Value.GetString()!);

        Violations.ShouldBeNone(SettingChecks.OnOneMachine(values.Keys));
        Assert.Contains(values["Access__Mode"], NamesInCode.AccessModes);
        Violations.ShouldBeNone(SettingChecks.BadSchedules(NamesInCode.Schedules.Select(name => (name, (string?)values[name]))));
    }

    [Fact]
    public void Settings_InHostJson_AreThoseOfTheCode() => Violations.ShouldBeNone(SettingChecks.InHostJson(NamesInCode.HostJson));

    [Fact]
    public void Settings_MissingOrUnknown_AreFound()
    {
        var names = AppSettings.Names.Where(name => name != "TASKHUB_NAME").Append("Ledger__connectionString");

        Assert.Equal(2, SettingChecks.InAzure(names).Count());
        Assert.Equal(2, SettingChecks.OnOneMachine(NamesInCode.Schedules.Append("TASKHUB").Concat(NamesInCode.OtherSettings)
            .Except(["TASKHUB_NAME", "APPLICATIONINSIGHTS_AUTHENTICATION_STRING"]).Concat(NamesInCode.Connections.Keys).Append("FUNCTIONS_WORKER_RUNTIME")).Count());
        Assert.Equal(2, SettingChecks.InHostJson("""{ "hubName": "%HUB%", "connectionName": "Storage" }""").Count());
    }

    [Fact]
    public void Schedules_HaveSixFields()
    {
        var schedules = NamesInCode.Schedules.Select(name => (name, App.Value("param", char.ToLowerInvariant(name[0]) + name[1..]).AsText));

        Violations.ShouldBeNone(SettingChecks.BadSchedules(schedules));
        Assert.All(NamesInCode.Schedules, name =>
            Assert.Equal(char.ToLowerInvariant(name[0]) + name[1..], ((BicepExpression)AppSettings[name]!).Text));
    }

    [Theory]
    [InlineData("30 2 * * *")]
    [InlineData("0 0 2 * * * *")]
    [InlineData("every night")]
    [InlineData(null)]
    public void Schedules_OfOtherForm_AreFound(string? text) => Assert.Single(SettingChecks.BadSchedules([("x", text)]));

    [Fact]
    public void AccessMode_InAzure_IsEntraId() => Assert.Equal("EntraId", AppSettings["Access__Mode"]!.AsText);

    [Fact]
    public void Service_OfAzd_IsTheTagOfTheApp()
    {
        var azd = YamlFile.Read(Repository.Read("azure.yaml"));
        var service = azd.Single(each => each.Key.EndsWith(".host", StringComparison.Ordinal)).Key.Split('.')[1];

        Assert.Contains($"'azd-service-name': '{service}'", App.Source, StringComparison.Ordinal);
        Assert.Equal(["./functions/Host.Azure"], azd[$"services.{service}.project"]);
        Assert.Equal(["function"], azd[$"services.{service}.host"]);
        Assert.Contains("'azd-env-name'", BicepFile.Main.Source, StringComparison.Ordinal);
    }
}
