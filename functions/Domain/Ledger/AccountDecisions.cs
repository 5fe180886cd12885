using System.Collections.Immutable;
using Reconciliation.Domain.Recovery;

namespace Reconciliation.Domain.Ledger;

/// <summary>Whether an account allows a command, and what follows. Pure: the account, the command, nothing else.</summary>
internal sealed class AccountDecisions(DebtorAccount account) : IAccountCommandCases<Outcome>
{
    public Outcome On(RegisterDebtor asked) =>
        asked.Debtor.Equals(account.Debtor)
            ? Outcome.AlreadySo
            : Outcome.Accept(new DebtorRegistered(asked.Debtor) { Decision = asked.Decision });

    public Outcome On(OpenReceivable asked)
    {
        var receivable = asked.Receivable;
        if (receivable.Amount.Currency != account.Id.Currency)
            return Currency(receivable.Amount);
        if (!receivable.Amount.IsPositive)
            return Outcome.Refuse(Refusals.AmountNotPositive, $"Receivable {receivable.Number} is of {receivable.Amount}.");
        if (account.Receivables.TryGetValue(receivable.Number, out var known))
            return known.Receivable == receivable
                ? Outcome.AlreadySo
                : Outcome.Refuse(Refusals.ReceivableKnownDifferently, $"Number {receivable.Number} already stands for another receivable, of {known.Receivable.Amount}.");
        if (receivable.DueDate < receivable.IssueDate)
            return Outcome.Refuse(Refusals.ReceivableContradictory, $"Receivable {receivable.Number} is due on {receivable.DueDate:yyyy-MM-dd}, before it was issued on {receivable.IssueDate:yyyy-MM-dd}.");
        if (receivable.Discount is { } discount && (discount.Amount >= receivable.Amount || discount.Amount.IsNegative))
            return Outcome.Refuse(Refusals.ReceivableContradictory, $"Receivable {receivable.Number} of {receivable.Amount} offers a discount of {discount.Amount}.");
        return Outcome.Accept(new ReceivableOpened(receivable) { Decision = asked.Decision });
    }

    public Outcome On(ScheduleInstalments asked)
    {
        if (!account.Receivables.TryGetValue(asked.Receivable, out var receivable))
            return Unknown(asked.Receivable);
        if (receivable.Instalments.SequenceEqual(asked.Instalments))
            return Outcome.AlreadySo;
        if (!AddUp(asked.Instalments, receivable))
            return Outcome.Refuse(Refusals.InstalmentsDoNotAddUp, $"The terms of {asked.Receivable} must be numbered from 1, be positive and come to {receivable.Receivable.Amount}.");
        if (!receivable.Instalments.IsEmpty || !receivable.Settled.IsZero)
            return Outcome.Refuse(Refusals.InstalmentsFixed, $"Receivable {asked.Receivable} already has other terms or payments.");
        return Outcome.Accept(new InstalmentsScheduled(asked.Receivable, asked.Instalments) { Decision = asked.Decision });
    }

    public Outcome On(ApplyPayment asked) => new PaymentDecision(account, asked).Outcome();

    public Outcome On(ReversePayment asked)
    {
        if (!account.Payments.TryGetValue(asked.MatchId, out var payment))
            return Outcome.Refuse(Refusals.PaymentUnknown, $"No payment was applied under match {asked.MatchId}.");
        if (payment.Reversed is { } reversed)
            return reversed.Cause == asked.Cause && reversed.ReturnEntry == asked.ReturnEntry
                ? Outcome.AlreadySo
                : Outcome.Refuse(Refusals.PaymentReversedAlready, $"The payment under match {asked.MatchId} was already reversed.");
        var applied = payment.Applied;
        return Outcome.Accept(new PaymentReversed(
            applied.Payment, applied.Amount, applied.Allocations, applied.OnAccount, payment.Discounts, asked.Cause, asked.ReturnEntry, asked.ReasonCode)
        { Decision = asked.Decision });
    }

    public Outcome On(RaiseDispute asked)
    {
        if (!account.Receivables.TryGetValue(asked.Receivable, out var receivable))
            return Unknown(asked.Receivable);
        return receivable.Dispute == asked.Reason
            ? Outcome.AlreadySo
            : Outcome.Accept(new DisputeRaised(asked.Receivable, asked.Reason) { Decision = asked.Decision });
    }

    public Outcome On(ResolveDispute asked)
    {
        if (!account.Receivables.TryGetValue(asked.Receivable, out var receivable))
            return Unknown(asked.Receivable);
        return receivable.Dispute is null
            ? Outcome.Refuse(Refusals.NotDisputed, $"Receivable {asked.Receivable} is not disputed.")
            : Outcome.Accept(new DisputeResolved(asked.Receivable, asked.Outcome) { Decision = asked.Decision });
    }

    public Outcome On(TakeStep asked)
    {
        if (asked.Items.All(item => Reached(item, asked.Stage)))
            return Outcome.AlreadySo;
        var changed = asked.Items.FirstOrDefault(item => !Stands(item) || Reached(item, asked.Stage));
        if (changed != default)
            return Outcome.Refuse(Refusals.StepOutdated, $"Receivable {changed.Receivable} has changed since stage {asked.Stage} was planned.");
        return Outcome.Accept(new StageReached(asked.Step, asked.Stage, asked.Items, asked.Contact) { Decision = asked.Decision });
    }

    public Outcome On(RecordContact asked)
    {
        if (!account.Contacts.TryGetValue(asked.Contact, out var contact))
            return Outcome.Refuse(Refusals.ContactUnknown, $"No step of the account called for contact {asked.Contact}.");
        if (contact.Result == asked.Result || contact.Result == ContactResult.Made)
            return Outcome.AlreadySo;
        var channel = contact.Planned.Channel;
        return Outcome.Accept(asked.Result switch
        {
            ContactResult.Made => new ContactMade(asked.Contact, channel, contact.Stage, asked.Detail) { Decision = asked.Decision },
            ContactResult.Failed => new ContactFailed(asked.Contact, channel, contact.Stage, asked.Detail) { Decision = asked.Decision },
            ContactResult.Suppressed => new ContactSuppressed(asked.Contact, channel, contact.Stage, asked.Detail) { Decision = asked.Decision },
        });
    }

    public Outcome On(AddNote asked) => Outcome.Accept(new Noted(asked.Text) { Decision = asked.Decision });

    private bool Stands(DunnedItem item) =>
        account.Receivables.TryGetValue(item.Receivable, out var receivable)
        && receivable.HasPart(item.Instalment) && receivable.OpenOf(item.Instalment) == item.Open;

    private bool Reached(DunnedItem item, string stage) =>
        account.Receivables.TryGetValue(item.Receivable, out var receivable)
        && receivable.Stages.Any(s => s.Stage == stage && s.Instalment == item.Instalment);

    private static bool AddUp(ImmutableArray<Receivables.Instalment> instalments, ReceivableState receivable) =>
        !instalments.IsEmpty
        && instalments.Select(i => i.Sequence).SequenceEqual(Enumerable.Range(1, instalments.Length))
        && instalments.All(i => i.Amount.Currency == receivable.Receivable.Amount.Currency && i.Amount.IsPositive)
        && Money.Sum(instalments.Select(i => i.Amount), receivable.Receivable.Amount.Currency) == receivable.Receivable.SignedAmount;

    private Outcome Currency(Money amount) =>
        Outcome.Refuse(Refusals.CurrencyDiffers, $"{amount} does not belong into an account in {account.Id.Currency}.");

    private static Outcome Unknown(string number) =>
        Outcome.Refuse(Refusals.ReceivableUnknown, $"The account has no receivable {number}.");
}
