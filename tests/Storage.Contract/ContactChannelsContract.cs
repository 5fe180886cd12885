using Reconciliation.Domain.Recovery;
using Reconciliation.Pipeline.Ports;

namespace Reconciliation.Storage.Contract;

/// <summary>Contacts on their way.</summary>
public abstract class ContactChannelsContract : StorageContract
{
    public static TheoryData<ContactChannel> Channels => [.. Enum.GetValues<ContactChannel>()];

    [Theory]
    [MemberData(nameof(Channels))]
    public async Task Contact_ByAnyChannel_IsDelivered(ContactChannel channel)
    {
        var delivery = await Storage.Contacts.DeliverAsync(Contact("c-1", channel), None);

        Assert.True(delivery.IsDelivered);
        Assert.NotEmpty(delivery.Detail);
        Assert.Equal(1, await Storage.DeliveredAsync());
    }

    [Fact]
    public async Task Contact_DeliveredAgain_IsSentOnce()
    {
        var first = await Storage.Contacts.DeliverAsync(Contact("c-1"), None);
        await Storage.ReopenAsync();

        // Repeated after midnight, which changes nothing of what was sent.
        var second = await Storage.Contacts.DeliverAsync(Contact("c-1") with { At = Given.Decision.At.AddDays(1) }, None);

        Assert.Equal(first, second);
        Assert.Equal(1, await Storage.DeliveredAsync());
    }

    [Fact]
    public async Task Contacts_InParallel_AreEachSentOnce()
    {
        await Task.WhenAll(Enumerable.Range(0, 40).Select(n => Task.Run(
            () => Storage.Contacts.DeliverAsync(Contact($"c-{n % 10}"), None))));

        Assert.Equal(10, await Storage.DeliveredAsync());
    }

    [Theory]
    [InlineData("")]
    [InlineData("not an address")]
    [InlineData("a@b.example\r\nBcc: c@d.example")]
    [InlineData("a@b.example, c@d.example")]
    public async Task Email_ToWhatIsNoAddress_IsRefusedWithTheReason(string recipient)
    {
        var delivery = await Storage.Contacts.DeliverAsync(Contact("c-1") with { Recipient = recipient }, None);

        Assert.False(delivery.IsDelivered);
        Assert.Contains("not an e-mail address", delivery.Detail, StringComparison.Ordinal);
        Assert.Equal(0, await Storage.DeliveredAsync());
    }

    protected static OutgoingContact Contact(string id, ContactChannel channel = ContactChannel.Email) => new(
        id, channel, channel == ContactChannel.Email ? "compta@duval.example" : "Éts Duval, 3 rue Haute, 59000 Lille",
        "Relance : facture F-1", "Bonjour,\n\nla facture F-1 est échue.\n", "<p>Bonjour,</p>", Given.Decision.At);
}
