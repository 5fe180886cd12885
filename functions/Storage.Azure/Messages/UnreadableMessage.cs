namespace Reconciliation.Storage.Azure.Messages;

/// <summary>Why a message cannot be handled however often it is delivered: for its dead letter.</summary>
/// <param name="Reason">One of the constants, kept for good.</param>
/// <param name="Description">What was found and what to do, for the person who looks at it.</param>
public sealed record UnreadableMessage(string Reason, string Description)
{
    /// <summary>The body is not JSON, or lacks what its kind cannot be without.</summary>
    public const string BodyUnreadable = "message-unreadable";

    /// <summary>The body names a kind that this release does not know, or none.</summary>
    public const string KindUnknown = "message-kind-unknown";

    /// <summary>The message belongs in another queue.</summary>
    public const string WrongQueue = "message-in-wrong-queue";
}
