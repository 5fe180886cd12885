namespace Reconciliation.Infra;

/// <summary>
/// The names that the Functions app uses, in one place: what stands in <c>infra/</c> is compared with these and nothing else.
/// </summary>
internal static class NamesInCode
{
    /// <summary>The queues, and whether a queue has sessions.</summary>
    public static IReadOnlyDictionary<string, bool> Queues { get; } = new Dictionary<string, bool>
    {
        ["statement-arrived"] = true,
        ["entries-accepted"] = false,
        ["account-changed"] = true,
        ["contact-due"] = true,
    };

    public static IReadOnlySet<string> Containers { get; } = new HashSet<string>
    {
        "inbox", "receivables", "archive", "quarantine", "staging", "outbox", "figures", "settings",
    };

    public static IReadOnlySet<string> Tables { get; } = new HashSet<string>
    {
        "accounts", "openitems", "entries", "statements", "summaries", "pending",
    };

    /// <summary>The functions that wait for a blob, and the container that each watches.</summary>
    public static IReadOnlyDictionary<string, string> BlobTriggers { get; } = new Dictionary<string, string>
    {
        ["StatementArrived"] = "inbox",
        ["ReceivablesArrived"] = "receivables",
    };

    /// <summary>Every function, orchestrator and activity.</summary>
    public static IReadOnlySet<string> Functions { get; } = new HashSet<string>
    {
        "StatementArrived", "ReceivablesArrived", "StatementQueued", "EntriesAccepted", "AccountChanged", "ContactDue",
        "NightlyFigures", "AccountsSwept", "HistoriesPurged", "BankDataChecked", "MessagesRelayed", "Api",
        "AccountCase", "AskNextStep", "TakeDueStep", "FileMatching", "PlanFileMatching", "MatchFilePart", "MatchFileRest",
    };

    /// <summary>The settings that hold the schedule of a timer.</summary>
    public static IReadOnlySet<string> Schedules { get; } = new HashSet<string>
    {
        "NightlyFiguresSchedule", "AccountsSweptSchedule", "HistoriesPurgedSchedule", "BankDataCheckedSchedule", "MessagesRelayedSchedule",
    };

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

    public static IReadOnlySet<string> Roles { get; } = new HashSet<string>
    {
        "BankDrop", "Finance.Read", "Finance.Write", "Officer", "Supervisor", "Operations",
    };

    /// <summary>The routes that the runbook names, as the API's document has them.</summary>
    public static IReadOnlySet<string> OperationsRoutes { get; } = new HashSet<string>
    {
        "GET /api/operations/health",
        "POST /api/operations/files/{name}/replay",
        "POST /api/operations/entries/{sha256}/match",
        "GET /api/operations/dead-letters",
        "GET /api/operations/dead-letters/{queue}",
        "POST /api/operations/dead-letters/{queue}/replay",
        "GET /api/operations/cases",
        "GET /api/operations/cases/{debtor}/{currency}",
        "POST /api/operations/cases/{debtor}/{currency}/start",
        "POST /api/operations/cases/{debtor}/{currency}/suspend",
        "POST /api/operations/cases/{debtor}/{currency}/resume",
        "POST /api/operations/cases/{debtor}/{currency}/terminate",
        "POST /api/operations/cases/{debtor}/{currency}/purge",
    };

    /// <summary>The text of the app's host.json.</summary>
    public static string HostJson => """
        { "version": "2.0", "extensions": { "durableTask": { "hubName": "%TASKHUB_NAME%",
          "storageProvider": { "connectionName": "AzureWebJobsStorage" } } } }
        """;

    private static Dictionary<string, string[]> Tags(params (string Name, string[] Values)[] tags) =>
        tags.ToDictionary(tag => tag.Name, tag => tag.Values);
}
