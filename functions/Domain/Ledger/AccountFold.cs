using System.Collections.Immutable;
using Reconciliation.Domain.Recovery;

namespace Reconciliation.Domain.Ledger;

/// <summary>How each event changes an account. It trusts the events: they were decided before.</summary>
internal sealed class AccountFold(DebtorAccount account) : IAccountEventCases<DebtorAccount>
{
    public DebtorAccount On(DebtorRegistered happened) => account with { Debtor = happened.Debtor };

    public DebtorAccount On(ReceivableOpened happened) => account with
    {
        Receivables = account.Receivables.SetItem(
            happened.Receivable.Number, new ReceivableState { Receivable = happened.Receivable }),
    };

    public DebtorAccount On(InstalmentsScheduled happened) =>
        With(happened.Receivable, receivable => receivable with { Instalments = happened.Instalments });

    public DebtorAccount On(PaymentApplied happened) => account with
    {
        Receivables = Settle(account.Receivables, happened.Allocations, +1),
        Payments = account.Payments.SetItem(happened.Payment.MatchId, new PaymentState(happened, [], null)),
    };

    public DebtorAccount On(PaymentReversed happened)
    {
        var payment = account.Payments.GetValueOrDefault(happened.Payment.MatchId) ?? NeverApplied(happened);
        return account with
        {
            Receivables = Settle(account.Receivables, [.. happened.Allocations, .. happened.Discounts, .. happened.Charges, .. happened.WriteOffs], -1),
            Payments = account.Payments.SetItem(happened.Payment.MatchId, payment with { Reversed = happened }),
            Payers = happened.Cause == ReversalCause.MatchUndone ? Without(happened.Payment.MatchId) : account.Payers,
        };
    }

    public DebtorAccount On(BankChargeBorne happened) => Settled(
        happened.Charge, happened.Payment, payment => payment with { Charges = payment.Charges.Add(happened.Charge) });

    public DebtorAccount On(RemainderWrittenOff happened) => Settled(
        happened.WriteOff, happened.Payment, payment => payment with { WriteOffs = payment.WriteOffs.Add(happened.WriteOff) });

    public DebtorAccount On(PayerLearnt happened)
    {
        var known = account.Payers.GetValueOrDefault(happened.Payer.Id);
        var before = known is { IsKnown: true } ? known : new PayerState(happened.Payer, [], false, happened.Decision, null);
        return With(before with
        {
            Matches = happened.MatchId is { } match && !before.Matches.Contains(match) ? before.Matches.Add(match) : before.Matches,
            IsByHand = before.IsByHand || happened.MatchId is null,
            LearntBy = happened.Decision,
        });
    }

    public DebtorAccount On(PayerForgotten happened) =>
        With(account.Payers[happened.Payer.Id] with { Matches = [], IsByHand = false, Forgotten = happened });

    public DebtorAccount On(DiscountGranted happened) => Settled(
        happened.Discount, happened.Payment, payment => payment with { Discounts = payment.Discounts.Add(happened.Discount) });

    public DebtorAccount On(DisputeRaised happened) =>
        With(happened.Receivable, receivable => receivable with { Dispute = happened.Reason, DisputeOutcome = null });

    public DebtorAccount On(DisputeResolved happened) =>
        With(happened.Receivable, receivable => receivable with { Dispute = null, DisputeOutcome = happened.Outcome });

    public DebtorAccount On(StageReached happened)
    {
        var receivables = account.Receivables;
        foreach (var item in happened.Items)
        {
            var receivable = receivables[item.Receivable];
            var reached = new ReachedStage(happened.Stage, item.Instalment, happened.Decision.At);
            receivables = receivables.SetItem(item.Receivable, receivable with { Stages = receivable.Stages.Add(reached) });
        }

        var contacts = happened.Contact is { } contact
            ? account.Contacts.SetItem(
                contact.Id, new ContactState(contact, happened.Stage, happened.Items, null, happened.Decision.At))
            : account.Contacts;
        return account with { Receivables = receivables, Contacts = contacts };
    }

    public DebtorAccount On(ContactMade happened) => Contacted(happened.Contact, ContactResult.Made, happened);

    public DebtorAccount On(ContactFailed happened) => Contacted(happened.Contact, ContactResult.Failed, happened);

    public DebtorAccount On(ContactSuppressed happened) => Contacted(happened.Contact, ContactResult.Suppressed, happened);

    public DebtorAccount On(Noted happened) => account with { Notes = account.Notes.Add(happened) };

    private DebtorAccount With(string number, Func<ReceivableState, ReceivableState> change) =>
        account with { Receivables = account.Receivables.SetItem(number, change(account.Receivables[number])) };

    private DebtorAccount With(PayerState payer) => account with { Payers = account.Payers.SetItem(payer.Payer.Id, payer) };

    private ImmutableSortedDictionary<string, PayerState> Without(string match) => account.Payers.SetItems(
        account.Payers.Where(payer => payer.Value.Matches.Contains(match))
            .Select(payer => KeyValuePair.Create(payer.Key, payer.Value with { Matches = payer.Value.Matches.Remove(match) })));

    // A payment that was undone before it reached the account, and is kept out of it.
    private static PaymentState NeverApplied(PaymentReversed happened) => new(
        new PaymentApplied(happened.Payment, happened.Amount, [], happened.OnAccount) { Decision = happened.Decision }, [], null);

    // What closes a part beside the money of a payment, and falls with it.
    private DebtorAccount Settled(Allocation part, PaymentKey payment, Func<PaymentState, PaymentState> change) => account with
    {
        Receivables = Settle(account.Receivables, [part], +1),
        Payments = account.Payments.SetItem(payment.MatchId, change(account.Payments[payment.MatchId])),
    };

    private DebtorAccount Contacted(string contact, ContactResult result, AccountEvent happened) => account with
    {
        Contacts = account.Contacts.SetItem(
            contact, account.Contacts[contact] with { Result = result, At = happened.Decision.At }),
    };

    private static ImmutableSortedDictionary<string, ReceivableState> Settle(
        ImmutableSortedDictionary<string, ReceivableState> receivables, ImmutableArray<Allocation> allocations, int sign) =>
        allocations.Aggregate(receivables, (all, part) =>
            all.SetItem(part.Receivable, all[part.Receivable].Settle(part.Instalment, sign > 0 ? part.Amount : -part.Amount)));
}
