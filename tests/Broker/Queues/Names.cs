namespace Reconciliation.Broker.Queues;

/// <summary>What the protocol of Service Bus calls things.</summary>
internal static class Names
{
    public const string DeadLetterQueue = "$DeadLetterQueue";
    public const string Management = "$management";
    public const string Tokens = "$cbs";

    // Annotations of a message.
    public const string EnqueuedTime = "x-opt-enqueued-time";
    public const string ScheduledEnqueueTime = "x-opt-scheduled-enqueue-time";
    public const string SequenceNumber = "x-opt-sequence-number";
    public const string LockedUntil = "x-opt-locked-until";
    public const string DeadLetterSource = "x-opt-deadletter-source";
    public const string State = "x-opt-message-state";

    // Application properties of a dead letter.
    public const string DeadLetterReason = "DeadLetterReason";
    public const string DeadLetterDescription = "DeadLetterErrorDescription";
    public const string MaxDeliveryCountExceeded = "MaxDeliveryCountExceeded";

    // Properties and filters of a link.
    public const string SessionFilter = "com.microsoft:session-filter";
    public const string SessionLockedUntil = "com.microsoft:locked-until-utc";
    public const string Timeout = "com.microsoft:timeout";

    // Errors.
    public const string MessageLockLost = "com.microsoft:message-lock-lost";
    public const string SessionLockLost = "com.microsoft:session-lock-lost";
    public const string SessionCannotBeLocked = "com.microsoft:session-cannot-be-locked";
    public const string MessageNotFound = "com.microsoft:message-not-found";
}
