using Azure.Core.Amqp;
using Azure.Messaging.ServiceBus;
using Reconciliation.Pipeline.Messages;
using Reconciliation.Storage.Azure.Messages;

namespace Reconciliation.Storage.Contract.Azure;

/// <summary>What is written on a message, and what is refused when it is read.</summary>
public sealed class ServiceBusEnvelopeTests
{
    private static readonly DateTimeOffset Now = Given.Decision.At;

    [Fact]
    public void Envelope_SaysWhatItHolds()
    {
        var envelope = ServiceBusEnvelope.Of(new AccountChanged(Given.Account, 3), Now);

        Assert.Equal("account-changed", envelope.Subject);
        Assert.Equal("application/json", envelope.ContentType);
        Assert.Equal("""{"kind":"account-changed","account":"atelier|C-0042|EUR","version":3}""", envelope.Body.ToString());
        Assert.Empty(envelope.ApplicationProperties);
    }

    [Theory]
    [InlineData(-1, false)]
    [InlineData(0, false)]
    [InlineData(1, true)]
    public void Envelope_ForLater_IsScheduled(int hours, bool isScheduled)
    {
        var envelope = ServiceBusEnvelope.Of(new EntriesAccepted("f"), Now, Now.AddHours(hours));

        Assert.Equal(isScheduled ? Now.AddHours(hours) : default, envelope.ScheduledEnqueueTime);
    }

    [Theory]
    [InlineData("", UnreadableMessage.BodyUnreadable)]
    [InlineData("not JSON", UnreadableMessage.BodyUnreadable)]
    [InlineData("[]", UnreadableMessage.BodyUnreadable)]
    [InlineData("{\"kind\":7}", UnreadableMessage.BodyUnreadable)]
    [InlineData("{\"account\":\"a|b|EUR\"}", UnreadableMessage.BodyUnreadable)]
    [InlineData("{\"kind\":\"account-changed\"}", UnreadableMessage.BodyUnreadable)]
    [InlineData("{\"kind\":\"account-changed\",\"account\":\"a|b\",\"version\":1}", UnreadableMessage.BodyUnreadable)]
    [InlineData("{\"kind\":\"account-merged\",\"account\":\"a|b|EUR\"}", UnreadableMessage.KindUnknown)]
    [InlineData("{\"kind\":\"entries-accepted\",\"file\":\"f\"}", UnreadableMessage.WrongQueue)]
    public void Body_ThatCannotBeRead_IsRefusedByName(string body, string reason)
    {
        var received = ServiceBusModelFactory.ServiceBusReceivedMessage(BinaryData.FromString(body));

        Assert.False(ServiceBusEnvelope.TryRead(received, QueueNames.AccountChanged, out _, out var unreadable));

        Assert.Equal(reason, unreadable.Reason);
        Assert.EndsWith(".", unreadable.Description, StringComparison.Ordinal);
    }

    [Fact]
    public void Body_ThatIsNoBytes_IsRefusedByName()
    {
        var value = ServiceBusReceivedMessage.FromAmqpMessage(
            new AmqpAnnotatedMessage(AmqpMessageBody.FromValue("text")), BinaryData.FromBytes(Guid.NewGuid().ToByteArray()));

        Assert.False(ServiceBusEnvelope.TryRead(value, QueueNames.AccountChanged, out _, out var unreadable));

        Assert.Equal(UnreadableMessage.BodyUnreadable, unreadable.Reason);
    }

    [Fact]
    public void Description_OfWhatCannotBeRead_FitsOnADeadLetter()
    {
        var received = ServiceBusModelFactory.ServiceBusReceivedMessage(BinaryData.FromString($$"""{"kind":"{{new string('x', 5000)}}"}"""));

        Assert.False(ServiceBusEnvelope.TryRead(received, QueueNames.AccountChanged, out _, out var unreadable));

        Assert.Equal(1024, unreadable.Description.Length);
    }
}
