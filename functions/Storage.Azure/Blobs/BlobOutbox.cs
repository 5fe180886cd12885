using System.Net.Mail;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Reconciliation.Domain;
using Reconciliation.Pipeline.Ports;
using Reconciliation.Pipeline.Recovery;
using Reconciliation.Pipeline.Serialization;

namespace Reconciliation.Storage.Azure.Blobs;

/// <summary>
/// Contacts as documents <c>CHANNEL/DAY-ID</c> in a container, from where a mail relay or a printer takes them.
/// <para>The place of a document is noted first, in <c>.sent/</c>, then the document is written where none is, then the note
/// is marked. A step repeated after a fall finishes the same document; one that was taken out after its note was marked is
/// not written a second time.</para>
/// </summary>
public sealed class BlobOutbox : IContactChannels
{
    private const string IsWritten = "written";

    private readonly BlobContainerClient _outbox;
    private readonly MailAddress _sender;

    internal BlobOutbox(BlobContainerClient outbox, MailAddress sender)
    {
        _outbox = outbox;
        _sender = sender;
    }

    /// <inheritdoc/>
    public async Task<ContactDelivery> DeliverAsync(OutgoingContact contact, CancellationToken cancellation)
    {
        if (ContactDocument.Of(contact, _sender) is not { } document)
            return new ContactDelivery(false, $"'{contact.Recipient}' is not an e-mail address.");
        var note = _outbox.GetBlobClient($".sent/{DeterministicId.Of("contact", contact.Id)}");
        await TryCreateAsync(note, PlaceOf(contact, document), cancellation);
        BlobDownloadResult noted = await note.DownloadContentAsync(cancellation);
        var place = noted.Content.ToString();
        if (!noted.Details.Metadata.ContainsKey(IsWritten))
        {
            await TryCreateAsync(_outbox.GetBlobClient(place), document.Text, cancellation);
            await note.SetMetadataAsync(new Dictionary<string, string> { [IsWritten] = "yes" }, cancellationToken: cancellation);
        }

        return new ContactDelivery(true, $"outbox/{place}");
    }

    /// <summary>Where a document goes; identifiers that differ never share a place.</summary>
    private static string PlaceOf(OutgoingContact contact, ContactDocument document)
    {
        var plain = BlobNames.Plain(contact.Id);
        var id = plain == contact.Id ? plain : $"{plain}-{DeterministicId.Of("contact", contact.Id)}";
        return $"{StoredText.Of(contact.Channel)}/{StoredText.Of(DateOnly.FromDateTime(contact.At.DateTime))}-{id}{document.Ending}";
    }

    /// <summary>Writes a blob where none is; one that is there stays.</summary>
    private static async Task TryCreateAsync(BlobClient blob, string text, CancellationToken cancellation)
    {
        try
        {
            var options = new BlobUploadOptions { Conditions = new BlobRequestConditions { IfNoneMatch = ETag.All } };
            await blob.UploadAsync(BinaryData.FromString(text), options, cancellation);
        }
        catch (RequestFailedException refused) when (refused.Status is 409 or 412)
        {
            // Written before, by this step or by another that ran beside it.
        }
    }
}
