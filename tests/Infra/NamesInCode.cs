using System.Collections.Immutable;
using System.Reflection;
using Microsoft.Azure.Functions.Worker;
using Reconciliation.Host.Azure;
using Reconciliation.Host.Azure.Access;
using Reconciliation.Storage.Azure;
using Reconciliation.Storage.Azure.Messages;

namespace Reconciliation.Infra;

/// <summary>
/// The names that the Functions app uses, in one place: what stands in <c>infra/</c> is compared with these and nothing else.
/// </summary>
internal static class NamesInCode
{
    private static readonly ImmutableArray<MethodInfo> FunctionMethods =
        [.. typeof(HostServices).Assembly.GetTypes().SelectMany(type => type.GetMethods()).Where(method => method.IsDefined(typeof(FunctionAttribute)))];

    /// <summary>The queues, and whether a queue has sessions.</summary>
    public static IReadOnlyDictionary<string, bool> Queues { get; } =
        ServiceBusTopology.Queues.ToDictionary(queue => queue.Name, queue => queue.HasSessions);

    public static IReadOnlySet<string> Containers { get; } = StorageNames.Containers.ToHashSet();

    public static IReadOnlySet<string> Tables { get; } = StorageNames.Tables.ToHashSet();

    /// <summary>The functions that wait for a blob, and the container that each watches.</summary>
    public static IReadOnlyDictionary<string, string> BlobTriggers { get; } =
        Triggers<BlobTriggerAttribute>().ToDictionary(found => found.Function, found => found.Trigger.BlobPath.Split('/')[0]);

    /// <summary>Every function, orchestrator and activity.</summary>
    public static IReadOnlySet<string> Functions { get; } = FunctionMethods.Select(NameOf).ToHashSet();

    /// <summary>The settings that hold the schedule of a timer.</summary>
    public static IReadOnlySet<string> Schedules { get; } =
        Triggers<TimerTriggerAttribute>().Select(found => found.Trigger.Schedule.Trim('%')).ToHashSet();

    /// <summary>The connections, each with what it needs where an identity takes the place of a connection string.</summary>
    public static IReadOnlyDictionary<string, string[]> Connections { get; } = new Dictionary<string, string[]>
    {
        ["AzureWebJobsStorage"] = ["blobServiceUri", "queueServiceUri", "tableServiceUri"],
        ["Ledger"] = ["blobServiceUri", "queueServiceUri", "tableServiceUri"],
        ["ServiceBus"] = ["fullyQualifiedNamespace"],
    };

    /// <summary>The settings that are neither connections nor schedules.</summary>
    public static IReadOnlySet<string> OtherSettings { get; } = new HashSet<string>
    {
        "TASKHUB_NAME", "Access__Mode", "Contacts__Sender", "BankData__GraceDays",
        "APPLICATIONINSIGHTS_CONNECTION_STRING", "APPLICATIONINSIGHTS_AUTHENTICATION_STRING",
    };

    public static IReadOnlySet<string> AccessModes { get; } = new HashSet<string> { "EntraId", "Development" };

    /// <summary>The metrics, each with its tags and the values that a tag has where there are few; an empty list where any may come.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyDictionary<string, string[]>> Metrics { get; } =
        new Dictionary<string, IReadOnlyDictionary<string, string[]>>
        {
            ["reconciliation.files"] = Tags(("status", ["accepted", "duplicate", "quarantined"]), ("format", [])),
            ["reconciliation.entries"] = Tags(("outcome", ["new", "known"])),
            ["reconciliation.matches"] = Tags(("decision", ["auto", "review", "none"])),
            ["reconciliation.contacts"] = Tags(("channel", []), ("result", ["made", "failed", "suppressed"])),
            ["reconciliation.bank.age"] = Tags(("account", [])),
        };

    public static IReadOnlySet<string> Roles { get; } = AppRoles.All.ToHashSet();

    /// <summary>The routes that the runbook names, as the API's document has them.</summary>
    public static IReadOnlySet<string> OperationsRoutes { get; } = AccessTable.Rules
        .Where(rule => rule.Route.StartsWith("/api/operations", StringComparison.Ordinal)).Select(rule => $"{rule.Method} {rule.Route}").ToHashSet();

    /// <summary>The text of the app's host.json.</summary>
    public static string HostJson => Repository.Read("functions/Host.Azure/host.json");

    private static IEnumerable<(string Function, T Trigger)> Triggers<T>()
        where T : Attribute =>
        from method in FunctionMethods
        from parameter in method.GetParameters()
        let trigger = parameter.GetCustomAttribute<T>()
        where trigger is not null
        select (NameOf(method), trigger);

    private static string NameOf(MethodInfo function) => function.GetCustomAttribute<FunctionAttribute>()!.Name;

    private static Dictionary<string, string[]> Tags(params (string Name, string[] Values)[] tags) =>
        tags.ToDictionary(tag => tag.Name, tag => tag.Values);
}
