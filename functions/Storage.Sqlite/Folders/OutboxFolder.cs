using System.Net.Mail;
using Reconciliation.Pipeline.Ports;
using Reconciliation.Pipeline.Recovery;
using Reconciliation.Pipeline.Serialization;

namespace Reconciliation.Storage.Sqlite.Folders;

/// <summary>
/// Contacts as documents in <c>outbox/CHANNEL/</c>: e-mails as <c>.eml</c>, the others as <c>.html</c> or <c>.txt</c>.
/// <para>A document is written to <c>outbox/.ready/</c>, then its place is noted in <c>outbox/.sent/</c>, then it is
/// renamed there. A step repeated after a fall at any point finishes the same document, and one that was taken out of
/// the folder since is not written a second time.</para>
/// </summary>
public sealed class OutboxFolder : IContactChannels, IDisposable
{
    private readonly string _dataFolder;
    private readonly MailAddress _sender;
    private readonly SemaphoreSlim _delivering = new(1, 1);

    /// <summary>The outbox below <paramref name="dataFolder"/>; e-mails come from <paramref name="sender"/>, such as <c>Comptabilité &lt;compta@example.org&gt;</c>.</summary>
    public OutboxFolder(string dataFolder, string sender)
    {
        _dataFolder = dataFolder;
        _sender = new MailAddress(sender);
    }

    /// <inheritdoc/>
    public async Task<ContactDelivery> DeliverAsync(OutgoingContact contact, CancellationToken cancellation)
    {
        if (ContactDocument.Of(contact, _sender) is not var (ending, text))
            return new ContactDelivery(false, $"'{contact.Recipient}' is not an e-mail address.");
        await _delivering.WaitAsync(cancellation);
        try
        {
            return new ContactDelivery(true, await PlaceAsync(contact, ending, text, cancellation));
        }
        finally
        {
            _delivering.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _delivering.Dispose();

    private async Task<string> PlaceAsync(OutgoingContact contact, string ending, string text, CancellationToken cancellation)
    {
        var id = FileNames.Plain(contact.Id);
        var note = Path.Combine(_dataFolder, "outbox", ".sent", id);
        var ready = Path.Combine(_dataFolder, "outbox", ".ready", id);
        if (!File.Exists(note))
        {
            await WholeFile.WriteAsync(ready, text, cancellation);
            var day = DateOnly.FromDateTime(contact.At.DateTime);
            await WholeFile.WriteAsync(note, $"outbox/{StoredText.Of(contact.Channel)}/{StoredText.Of(day)}-{id}{ending}", cancellation);
        }

        var place = await File.ReadAllTextAsync(note, cancellation);
        if (File.Exists(ready))
        {
            var target = Path.Combine(_dataFolder, place);
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Move(ready, target, overwrite: true);
        }

        return place;
    }
}
