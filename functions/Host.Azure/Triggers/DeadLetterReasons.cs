namespace Reconciliation.Host.Azure.Triggers;

/// <summary>Why a message that could be read lies among the dead letters, and what to do about it: for the person who looks there.</summary>
internal static class DeadLetterReasons
{
    /// <summary>Handling it failed at every delivery for a reason that lies in the program or in the data.</summary>
    public const string Failed = "handling-failed";

    /// <summary>What the handler needs (storage, Service Bus, network) was not there at any delivery.</summary>
    public const string Environment = "environment-failed";

    // What the service takes as a description.
    private const int MostCharacters = 4096;

    public static string OfFailure(Exception failure, string messageId) => Cut(Transient.Is(failure)
        ? $"{failure.GetType().FullName} at every delivery. Replay it once storage and Service Bus are well again. The log tells more under message {messageId}."
        : $"{failure.GetType().FullName} at every delivery. Read the failure in the log under message {messageId}, remove its cause, then replay.");

    private static string Cut(string text) => text.Length <= MostCharacters ? text : text[..MostCharacters];
}
