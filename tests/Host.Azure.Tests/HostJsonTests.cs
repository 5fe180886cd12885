using System.Text.Json;
using Reconciliation.Host.Azure.Orchestrations;

namespace Reconciliation.Host.Azure.Tests;

/// <summary>What the Functions host reads beside the app. A name that it does not know it ignores without a word.</summary>
public class HostJsonTests
{
    private static readonly Dictionary<string, string[]> Known = new()
    {
        [""] = ["version", "telemetryMode", "functionTimeout", "extensions"],
        ["extensions"] = ["http", "blobs", "serviceBus", "durableTask"],
        ["extensions.http"] = ["routePrefix"],
        ["extensions.blobs"] = ["maxDegreeOfParallelism", "poisonBlobThreshold"],
        ["extensions.serviceBus"] =
            ["autoCompleteMessages", "maxAutoLockRenewalDuration", "maxConcurrentCalls", "maxConcurrentSessions", "prefetchCount", "sessionIdleTimeout"],
        ["extensions.durableTask"] =
        [
            "hubName", "defaultVersion", "versionMatchStrategy", "versionFailureStrategy", "maxConcurrentActivityFunctions",
            "maxConcurrentOrchestratorFunctions", "storageProvider", "tracing",
        ],
        ["extensions.durableTask.storageProvider"] = ["connectionName", "partitionCount", "maxQueuePollingInterval", "useTablePartitionManagement"],
        ["extensions.durableTask.tracing"] = ["distributedTracingEnabled", "version"],
    };

    private static JsonElement Host => JsonDocument.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "host.json"))).RootElement;

    [Fact]
    public void HostJson_LiesBesideTheApp_AndNamesVersionTwo() => Assert.Equal("2.0", Host.GetProperty("version").GetString());

    [Fact]
    public void HostJson_HoldsOnlyNamesThatTheHostKnows() => Check("", Host);

    [Fact]
    public void Version_ThatCasesStartWith_IsTheOneThatTheyContinueAs()
    {
        var durable = Host.GetProperty("extensions").GetProperty("durableTask");

        Assert.Equal(Versions.Current, durable.GetProperty("defaultVersion").GetString());
        Assert.Equal("CurrentOrOlder", durable.GetProperty("versionMatchStrategy").GetString());
    }

    [Fact]
    public void Messages_AreSettledByTheFunctionsAlone() =>
        Assert.False(Host.GetProperty("extensions").GetProperty("serviceBus").GetProperty("autoCompleteMessages").GetBoolean());

    private static void Check(string path, JsonElement element)
    {
        foreach (var member in element.EnumerateObject())
        {
            Assert.Contains(member.Name, Known[path]);
            if (member.Value.ValueKind == JsonValueKind.Object)
                Check(path.Length == 0 ? member.Name : $"{path}.{member.Name}", member.Value);
        }
    }
}
