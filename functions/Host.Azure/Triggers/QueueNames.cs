namespace Reconciliation.Host.Azure.Triggers;

/// <summary>The queues between steps.</summary>
internal static class QueueNames
{
    public const string StatementArrived = "statement-arrived";

    /// <summary>Holds <c>ReceivablesImported</c> too.</summary>
    public const string EntriesAccepted = "entries-accepted";

    /// <summary>Holds <c>AccountWoken</c> too.</summary>
    public const string AccountChanged = "account-changed";

    public const string ContactDue = "contact-due";

    /// <summary>How often a queue delivers a message before it gives it up.</summary>
    public const int MaxDeliveryCount = 5;
}
