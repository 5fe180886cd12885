using System.Collections.Immutable;

namespace Reconciliation.Storage.Azure;

/// <summary>The tables and containers of a ledger in a storage account.</summary>
public static class StorageNames
{
    /// <summary>Streams of debtor accounts.</summary>
    public const string Accounts = "accounts";

    /// <summary>The open-item index.</summary>
    public const string OpenItems = "openitems";

    /// <summary>Bank entries.</summary>
    public const string Entries = "entries";

    /// <summary>Files of statements, bank accounts.</summary>
    public const string Statements = "statements";

    /// <summary>What lists show of debtor accounts.</summary>
    public const string Summaries = "summaries";

    /// <summary>Appends whose message is not sent yet.</summary>
    public const string Pending = "pending";

    /// <summary>Statement files that banks drop.</summary>
    public const string Inbox = "inbox";

    /// <summary>Receivables files that the creditor drops.</summary>
    public const string Receivables = "receivables";

    /// <summary>Accepted files, for good.</summary>
    public const string Archive = "archive";

    /// <summary>Refused files with their reports.</summary>
    public const string Quarantine = "quarantine";

    /// <summary>Entries on their way in.</summary>
    public const string Staging = "staging";

    /// <summary>Contacts as documents.</summary>
    public const string Outbox = "outbox";

    /// <summary>Reports as of a night.</summary>
    public const string Figures = "figures";

    /// <summary>The creditor's settings and recovery policy.</summary>
    public const string Settings = "settings";

    /// <summary>Every table.</summary>
    public static ImmutableArray<string> Tables { get; } = [Accounts, OpenItems, Entries, Statements, Summaries, Pending];

    /// <summary>Every container.</summary>
    public static ImmutableArray<string> Containers { get; } =
        [Inbox, Receivables, Archive, Quarantine, Staging, Outbox, Figures, Settings];
}
