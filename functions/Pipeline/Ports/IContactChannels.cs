using Reconciliation.Domain.Recovery;

namespace Reconciliation.Pipeline.Ports;

/// <summary>Brings contacts on their way: e-mails, letters, tasks for an officer.</summary>
public interface IContactChannels
{
    /// <summary>
    /// Hands a contact to its channel. The identifier makes it safe to repeat: the same contact is never sent twice.
    /// </summary>
    Task<ContactDelivery> DeliverAsync(OutgoingContact contact, CancellationToken cancellation);
}

/// <summary>A contact ready to go.</summary>
/// <param name="Id">Its identifier.</param>
/// <param name="Channel">By which channel.</param>
/// <param name="Recipient">Whom it reaches: e-mail address, postal address, or the debtor's name for a task.</param>
/// <param name="Subject">Its subject.</param>
/// <param name="Text">Its text.</param>
/// <param name="Html">The same as an HTML page; null where there is none.</param>
/// <param name="At">When it is handed over.</param>
public sealed record OutgoingContact(
    string Id, ContactChannel Channel, string Recipient, string Subject, string Text, string? Html, DateTimeOffset At);

/// <summary>What a channel answered.</summary>
/// <param name="IsDelivered">True where the channel took it.</param>
/// <param name="Detail">Where the document is kept, or why the channel refused it.</param>
public sealed record ContactDelivery(bool IsDelivered, string Detail);
