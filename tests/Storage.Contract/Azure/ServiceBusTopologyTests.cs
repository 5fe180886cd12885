using Reconciliation.Pipeline.Messages;
using Reconciliation.Pipeline.Serialization;
using Reconciliation.Storage.Azure.Messages;

namespace Reconciliation.Storage.Contract.Azure;

/// <summary>Where each message goes, and by what it is told from others.</summary>
public sealed class ServiceBusTopologyTests
{
    private static readonly PipelineMessage[] EveryKind =
    [
        new StatementArrived("relevé.xml"), new EntriesAccepted("f"), new ReceivablesImported("r"), new AccountChanged(Given.Account, 3),
        new AccountWoken(Given.Account, Given.Decision.At), new ContactDue(Given.Account, "c-1"),
    ];

    [Fact]
    public void EveryKind_GoesToAQueueThatTakesItsSession()
    {
        Assert.Equal(StoredKinds.Messages.Select(kind => kind.Type), EveryKind.Select(message => message.GetType()));
        Assert.Equal(
            [
                "statement-arrived relevé.xml", "entries-accepted ", "entries-accepted ", "account-changed atelier|C-0042|EUR",
                "account-changed atelier|C-0042|EUR", "contact-due atelier|C-0042|EUR",
            ],
            EveryKind.Select(message => $"{ServiceBusTopology.QueueOf(message)} {ServiceBusTopology.SessionIdOf(message)}"));
        Assert.All(EveryKind, message => Assert.Equal(
            ServiceBusTopology.Queues.Single(queue => queue.Name == ServiceBusTopology.QueueOf(message)).HasSessions,
            ServiceBusTopology.SessionIdOf(message) is not null));
    }

    [Fact]
    public void MessageId_IsWhatTheMessageSaysAndForWhen()
    {
        var contact = new ContactDue(Given.Account, "c-1");

        Assert.Equal("contact:c-1", ServiceBusTopology.MessageIdOf(contact));
        Assert.Equal("contact:c-1@2026-03-05T09:00:00.0000000Z", ServiceBusTopology.MessageIdOf(contact, Given.Decision.At));
    }

    [Fact]
    public void MessageId_OfAStatement_IsNeverTheSame()
    {
        var arrived = new StatementArrived("daily.txt");

        Assert.NotEqual(ServiceBusTopology.MessageIdOf(arrived), ServiceBusTopology.MessageIdOf(arrived));
    }

    [Fact]
    public void Identifiers_LongerThanTheServiceTakes_AreTheirHash()
    {
        Assert.Equal(new string('a', 128), ServiceBusTopology.SessionIdOf(new StatementArrived(new string('a', 128))));
        Assert.Equal(Given.Sha(new string('é', 129)), ServiceBusTopology.SessionIdOf(new StatementArrived(new string('é', 129))));
        var contact = new ContactDue(Given.Account, new string('c', 121));
        Assert.Equal(Given.Sha(contact.DeduplicationId), ServiceBusTopology.MessageIdOf(contact));
    }
}
