using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Reconciliation.Pipeline.Messages;
using Reconciliation.Pipeline.Serialization;

namespace Reconciliation.Storage.Azure.Messages;

/// <summary>
/// Which queues there are, which message goes where, and by what it is told from others.
/// <para>A session holds what must not run at the same time: all that concerns one account, or one file's name. An
/// identifier longer than the service takes is the SHA-256 of the whole, in hexadecimal digits.</para>
/// </summary>
public static class ServiceBusTopology
{
    /// <summary>After so many deliveries that nobody completed, a message is dead-lettered.</summary>
    public const int MaxDeliveryCount = 5;

    /// <summary>The reason that the service itself gives then.</summary>
    public const string MaxDeliveryCountExceeded = "MaxDeliveryCountExceeded";

    private const int LongestIdentifier = 128;

    /// <summary>How long a message is the receiver's alone before it is delivered to another.</summary>
    public static TimeSpan LockDuration { get; } = TimeSpan.FromMinutes(5);

    /// <summary>How long a message with the identifier of an earlier one is dropped, whatever became of the earlier one.</summary>
    public static TimeSpan DuplicateDetectionWindow { get; } = TimeSpan.FromMinutes(10);

    /// <summary>Every queue.</summary>
    public static ImmutableArray<ServiceBusQueue> Queues { get; } =
    [
        new(QueueNames.StatementArrived, HasSessions: true),
        new(QueueNames.EntriesAccepted, HasSessions: false),
        new(QueueNames.AccountChanged, HasSessions: true),
        new(QueueNames.ContactDue, HasSessions: true),
    ];

    /// <summary>The queue that a message goes to.</summary>
    public static string QueueOf(PipelineMessage message) => message.Match(new QueueOfEach());

    /// <summary>The session that a message belongs to; null in a queue without sessions.</summary>
    public static string? SessionIdOf(PipelineMessage message) => message.Match(new SessionOfEach()) is { } session ? Identifier(session) : null;

    /// <summary>
    /// What makes two messages the same to the service: what they say and for when. Statements that arrive are never the
    /// same, for a bank may drop two files of one name within minutes.
    /// </summary>
    public static string MessageIdOf(PipelineMessage message, DateTimeOffset? notBefore = null)
    {
        if (message is StatementArrived)
            return FreshMessageId();
        return Identifier(notBefore is { } instant ? $"{message.DeduplicationId}@{StoredText.Of(instant)}" : message.DeduplicationId);
    }

    /// <summary>An identifier that no message has.</summary>
    public static string FreshMessageId() => Guid.NewGuid().ToString("N");

    private static string Identifier(string text) =>
        text.Length <= LongestIdentifier ? text : Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private sealed class QueueOfEach : IMessageCases<string>
    {
        public string On(StatementArrived said) => QueueNames.StatementArrived;

        public string On(EntriesAccepted said) => QueueNames.EntriesAccepted;

        public string On(ReceivablesImported said) => QueueNames.EntriesAccepted;

        public string On(AccountChanged said) => QueueNames.AccountChanged;

        public string On(AccountWoken said) => QueueNames.AccountChanged;

        public string On(ContactDue said) => QueueNames.ContactDue;
    }

    private sealed class SessionOfEach : IMessageCases<string?>
    {
        public string? On(StatementArrived said) => said.Name;

        public string? On(EntriesAccepted said) => null;

        public string? On(ReceivablesImported said) => null;

        public string? On(AccountChanged said) => said.Account.ToString();

        public string? On(AccountWoken said) => said.Account.ToString();

        public string? On(ContactDue said) => said.Account.ToString();
    }
}
