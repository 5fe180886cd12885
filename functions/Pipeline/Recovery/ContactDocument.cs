using System.Net.Mail;
using Reconciliation.Domain.Recovery;
using Reconciliation.Pipeline.Ports;

namespace Reconciliation.Pipeline.Recovery;

/// <summary>A contact as the document that an outbox keeps.</summary>
/// <param name="Ending">How its file's name ends: <c>.eml</c>, <c>.html</c> or <c>.txt</c>.</param>
/// <param name="Text">What it says; an e-mail with headers and parts.</param>
public sealed record ContactDocument(string Ending, string Text)
{
    /// <summary>The document of a contact; null for an e-mail to what is not the address of one mailbox.</summary>
    public static ContactDocument? Of(OutgoingContact contact, MailAddress sender) => contact.Channel switch
    {
        ContactChannel.Email => MailAddress.TryCreate(contact.Recipient, out var recipient) && recipient.Address == contact.Recipient && MailText.CanAddress(recipient)
            ? new ContactDocument(".eml", MailText.Of(contact, sender, recipient))
            : null,
        ContactChannel.Letter or ContactChannel.RegisteredLetter or ContactChannel.CallTask or ContactChannel.OfficerTask =>
            contact.Html is { } html
                ? new ContactDocument(".html", html)
                : new ContactDocument(".txt", $"{contact.Recipient}\n\n{contact.Subject}\n\n{contact.Text}\n"),
    };
}
