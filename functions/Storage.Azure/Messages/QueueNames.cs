namespace Reconciliation.Storage.Azure.Messages;

/// <summary>The names of the queues, for triggers and for what makes the queues.</summary>
public static class QueueNames
{
    /// <summary>Files that lie in the inbox.</summary>
    public const string StatementArrived = "statement-arrived";

    /// <summary>Entries that wait for the matcher, and receivables that may explain older ones.</summary>
    public const string EntriesAccepted = "entries-accepted";

    /// <summary>Accounts that changed or whose alarm rang.</summary>
    public const string AccountChanged = "account-changed";

    /// <summary>Contacts that may go out.</summary>
    public const string ContactDue = "contact-due";
}
