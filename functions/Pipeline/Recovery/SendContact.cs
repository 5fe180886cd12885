using System.Collections.Immutable;
using Reconciliation.Domain.Ledger;
using Reconciliation.Domain.Receivables;
using Reconciliation.Domain.Recovery;
using Reconciliation.Pipeline.Accounts;
using Reconciliation.Pipeline.Messages;
using Reconciliation.Pipeline.Ports;
using Reconciliation.Pipeline.Telemetry;

namespace Reconciliation.Pipeline.Recovery;

/// <summary>
/// Makes a planned contact: the rules are asked a second time, now, and what they forbid is recorded with the rule
/// instead of sent. Repeating it sends nothing twice.
/// </summary>
public sealed class SendContact(
    IAccountStreams streams, AccountCommands commands, SituationReading situations, IContactChannels channels, IMessages messages, RecoveryPolicy policy, Creditor creditor, TimeProvider time)
{
    /// <summary>Makes the contact of a message, puts it off, or records why not.</summary>
    public Task HandleAsync(ContactDue due, CancellationToken cancellation) => PipelineTelemetry.StepAsync("contact.send", async step =>
    {
        step?.SetTag("account", AccountTag.Of(due.Account)).SetTag("contact", due.Contact);
        await SendAsync(due, cancellation);
    });

    private async Task SendAsync(ContactDue due, CancellationToken cancellation)
    {
        var account = await streams.LoadAsync(due.Account, cancellation);
        if (!account.Contacts.TryGetValue(due.Contact, out var contact) || contact.Result is not null)
            return;
        var verdict = ContactRules.Check(
            account, contact.Planned, policy, time.GetLocalNow(), await situations.OfAsync(account, cancellation));
        await verdict.Match(
            allowed => DeliverAsync(account, contact, allowed.Items, cancellation),
            notNow => messages.SendAsync(due, cancellation, notNow.At),
            forbidden => RecordAsync(account.Id, contact.Planned, ContactResult.Suppressed, forbidden.Rule.Code, cancellation));
    }

    private async Task DeliverAsync(
        DebtorAccount account, ContactState contact, ImmutableArray<DunnedItem> items, CancellationToken cancellation)
    {
        var now = time.GetLocalNow();
        var composed = Letters.Compose(account, contact.Stage, items, policy, creditor, DateOnly.FromDateTime(now.DateTime));
        var delivery = await composed.Match(
            letter => channels.DeliverAsync(Outgoing(account, contact.Planned, letter, now), cancellation),
            refusal => Task.FromResult(new ContactDelivery(false, $"{refusal.Code}: {refusal.Message}")));
        var result = delivery.IsDelivered ? ContactResult.Made : ContactResult.Failed;
        await RecordAsync(account.Id, contact.Planned, result, delivery.Detail, cancellation);
    }

    private async Task RecordAsync(AccountId account, PlannedContact contact, ContactResult result, string detail, CancellationToken cancellation)
    {
        var decision = new Decision(time.GetLocalNow(), Decider.Rule(policy.Name, policy.Version));
        // A contact that was recorded meanwhile needs no second record.
        if (await commands.DecideAsync(account, new RecordContact(contact.Id, result, detail) { Decision = decision }, cancellation) is null)
            PipelineMetrics.Contact(contact.Channel, result);
    }

    private static OutgoingContact Outgoing(DebtorAccount account, PlannedContact contact, Letter letter, DateTimeOffset now) =>
        new(contact.Id, contact.Channel, Recipient(account, contact.Channel), letter.Subject, letter.Body, letter.Html, now);

    private static string Recipient(DebtorAccount account, ContactChannel channel)
    {
        var debtor = account.Debtor ?? new Debtor { Id = account.Id.Debtor, Name = account.Id.Debtor };
        return channel switch
        {
            ContactChannel.Email => debtor.Email ?? "",
            ContactChannel.Letter or ContactChannel.RegisteredLetter =>
                string.Join('\n', new[] { debtor.Name, debtor.Address, $"{debtor.Postcode} {debtor.City}".Trim(), debtor.Country }.Where(l => !string.IsNullOrEmpty(l))),
            ContactChannel.CallTask => $"{debtor.Name} {debtor.Phone}".Trim(),
            ContactChannel.OfficerTask => debtor.Name,
        };
    }
}
