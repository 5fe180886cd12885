using System.Collections.Immutable;
using Reconciliation.Domain.Calendars;
using Reconciliation.Domain.Recovery;

namespace Reconciliation.Domain.Ledger;

/// <summary>Whether an account allows a command, and what follows. Pure: the account, the command, nothing else.</summary>
internal sealed class AccountDecisions(DebtorAccount account) : IAccountCommandCases<Outcome>
{
    public Outcome On(RegisterDebtor asked)
    {
        if (asked.Debtor.Id != account.Id.Debtor)
            return Outcome.Refuse(Refusals.DebtorDiffers, $"The account is of debtor {account.Id.Debtor}, the data are of {asked.Debtor.Id}.");
        return asked.Debtor.Equals(account.Debtor)
            ? Outcome.AlreadySo
            : Outcome.Accept(new DebtorRegistered(asked.Debtor) { Decision = asked.Decision });
    }

    public Outcome On(OpenReceivable asked)
    {
        var receivable = asked.Receivable;
        if (Unfit([receivable.Amount, receivable.Discount?.Amount ?? receivable.Amount], $"receivable {receivable.Number}") is { } unfit)
            return unfit;
        if (account.Receivables.TryGetValue(receivable.Number, out var known))
            return known.Receivable == receivable
                ? Outcome.AlreadySo
                : Outcome.Refuse(Refusals.ReceivableKnownDifferently, $"Number {receivable.Number} already stands for another receivable, of {known.Receivable.Amount}.");
        if (receivable.DueDate < receivable.IssueDate)
            return Outcome.Refuse(Refusals.ReceivableContradictory, $"Receivable {receivable.Number} is due on {receivable.DueDate.Iso()}, before it was issued on {receivable.IssueDate.Iso()}.");
        if (receivable.Discount is { } discount && (discount.Amount >= receivable.Amount || discount.Until < receivable.IssueDate))
            return Outcome.Refuse(Refusals.ReceivableContradictory, $"Receivable {receivable.Number} of {receivable.Amount}, issued on {receivable.IssueDate.Iso()}, offers a discount of {discount.Amount} until {discount.Until.Iso()}.");
        return Outcome.Accept(new ReceivableOpened(receivable) { Decision = asked.Decision });
    }

    public Outcome On(ScheduleInstalments asked)
    {
        if (Unfit(asked.Instalments.Select(i => i.Amount), $"the terms of {asked.Receivable}") is { } unfit)
            return unfit;
        if (!account.Receivables.TryGetValue(asked.Receivable, out var receivable))
            return Unknown(asked.Receivable);
        if (receivable.Instalments.SequenceEqual(asked.Instalments))
            return Outcome.AlreadySo;
        if (!AddUp(asked.Instalments, receivable))
            return Outcome.Refuse(Refusals.InstalmentsDoNotAddUp, $"The terms of {asked.Receivable} must be numbered from 1 and come to {receivable.Receivable.SignedAmount}.");
        if (!receivable.Instalments.IsEmpty || !receivable.Settled.IsZero)
            return Outcome.Refuse(Refusals.InstalmentsFixed, $"Receivable {asked.Receivable} already has other terms or payments.");
        return Outcome.Accept(new InstalmentsScheduled(asked.Receivable, asked.Instalments) { Decision = asked.Decision });
    }

    public Outcome On(ApplyPayment asked) => new PaymentDecision(account, asked).Outcome();

    public Outcome On(ReversePayment asked)
    {
        if (!account.Payments.TryGetValue(asked.MatchId, out var payment))
            return asked.UnderWay is { } late ? KeptOut(late, asked) : Outcome.Refuse(Refusals.PaymentUnknown, $"No payment was applied under match {asked.MatchId}.");
        if (payment.Reversed is { } reversed)
            return reversed.Cause == asked.Cause && reversed.ReturnEntry == asked.ReturnEntry
                ? Outcome.AlreadySo
                : Outcome.Refuse(Refusals.PaymentReversedAlready, $"The payment under match {asked.MatchId} was already reversed.");
        var applied = payment.Applied;
        var reversal = new PaymentReversed(
            applied.Payment, applied.Amount, applied.Allocations, applied.OnAccount, payment.Discounts, asked.Cause, asked.ReturnEntry, asked.ReasonCode)
        { Charges = payment.Charges, WriteOffs = payment.WriteOffs, Decision = asked.Decision };
        // Who was learnt from this match alone is not known to pay for the debtor after all. A payer whose bank takes
        // the money back is.
        var forgotten =
            from payer in account.Payers.Values
            where asked.Cause == ReversalCause.MatchUndone && payer.RestsOn(asked.MatchId)
            select new PayerForgotten(payer.Payer, ForgettingCause.MatchUndone) { Decision = asked.Decision };
        return Outcome.Accept(ImmutableArray.CreateRange<AccountEvent>([reversal, .. forgotten]));
    }

    public Outcome On(LearnPayer asked)
    {
        if (LearntPayer.Of(asked.Name, asked.Account) is not { } payer)
            return Outcome.Refuse(Refusals.PayerUnnamed, "A payer needs a name or an account.");
        return account.Payers.GetValueOrDefault(payer.Id) is { IsByHand: true }
            ? Outcome.AlreadySo
            : Outcome.Accept(new PayerLearnt(payer, null) { Decision = asked.Decision });
    }

    public Outcome On(ForgetPayer asked)
    {
        if (!account.Payers.TryGetValue(asked.Payer, out var known))
            return Outcome.Refuse(Refusals.PayerUnknown, $"The account knows no payer {asked.Payer}.");
        // Forgotten stays forgotten; only a person's own word takes the doubt away that a rejection left.
        return known.IsKnown || (known.IsDoubted && asked.Cause == ForgettingCause.Removed)
            ? Outcome.Accept(new PayerForgotten(known.Payer, asked.Cause) { Decision = asked.Decision })
            : Outcome.AlreadySo;
    }

    // Whoever posts the match late, on what it knew before the match was undone, is refused: the match is known, and reversed.
    private Outcome KeptOut(PaymentKey late, ReversePayment asked)
    {
        var nothing = Money.Zero(account.Id.Currency);
        return Outcome.Accept(new PaymentReversed(late, nothing, [], nothing, [], asked.Cause, asked.ReturnEntry, asked.ReasonCode) { Decision = asked.Decision });
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
        if (receivable.Dispute is not null)
            return Outcome.Accept(new DisputeResolved(asked.Receivable, asked.Outcome) { Decision = asked.Decision });
        return receivable.DisputeOutcome == asked.Outcome
            ? Outcome.AlreadySo
            : Outcome.Refuse(Refusals.NotDisputed, $"Receivable {asked.Receivable} is not disputed.");
    }

    public Outcome On(TakeStep asked)
    {
        if (asked.Items.IsEmpty)
            return Outcome.Refuse(Refusals.StepOutdated, $"Stage {asked.Stage} is about no receivable.");
        if (asked.Items.All(item => Reached(item, asked.Stage)))
            return Outcome.AlreadySo;
        var changed = asked.Items.Where(item => !Stands(item) || Reached(item, asked.Stage)).Select(item => item.Receivable).FirstOrDefault();
        if (changed is not null)
            return Outcome.Refuse(Refusals.StepOutdated, $"Receivable {changed} has changed since stage {asked.Stage} was planned.");
        if (asked.Contact is { } contact && account.Contacts.ContainsKey(contact.Id))
            return Outcome.Refuse(Refusals.StepOutdated, $"Contact {contact.Id} was already planned by another step.");
        return Outcome.Accept(new StageReached(asked.Step, asked.Stage, asked.Items, asked.Contact) { Decision = asked.Decision });
    }

    public Outcome On(RecordContact asked)
    {
        if (!account.Contacts.TryGetValue(asked.Contact, out var contact))
            return Outcome.Refuse(Refusals.ContactUnknown, $"No step of the account called for contact {asked.Contact}.");
        if (contact.Result == asked.Result)
            return Outcome.AlreadySo;
        if (contact.Result == ContactResult.Made)
            return Outcome.Refuse(Refusals.ContactMadeAlready, $"Contact {asked.Contact} was already made.");
        var channel = contact.Planned.Channel;
        return Outcome.Accept(asked.Result switch
        {
            ContactResult.Made => new ContactMade(asked.Contact, channel, contact.Stage, asked.Detail) { Decision = asked.Decision },
            ContactResult.Failed => new ContactFailed(asked.Contact, channel, contact.Stage, asked.Detail) { Decision = asked.Decision },
            ContactResult.Suppressed => new ContactSuppressed(asked.Contact, channel, contact.Stage, asked.Detail) { Decision = asked.Decision },
        });
    }

    public Outcome On(AddNote asked)
    {
        // The same note by the same person at the same instant is one that was sent twice.
        var note = new Noted(asked.Text) { Decision = asked.Decision };
        return account.Notes.Contains(note) ? Outcome.AlreadySo : Outcome.Accept(note);
    }

    private bool Stands(DunnedItem item) =>
        item.Open.IsPositive
        && account.Receivables.TryGetValue(item.Receivable, out var receivable)
        && receivable.Dispute is null
        && receivable.Parts().Any(part => part.Instalment == item.Instalment && part.DueDate == item.DueDate && part.Open == item.Open);

    private bool Reached(DunnedItem item, string stage) =>
        account.Receivables.TryGetValue(item.Receivable, out var receivable)
        && receivable.Stages.Any(s => s.Stage == stage && s.Instalment == item.Instalment);

    private static bool AddUp(ImmutableArray<Receivables.Instalment> instalments, ReceivableState receivable) =>
        instalments.Select(i => i.Sequence).SequenceEqual(Enumerable.Range(1, instalments.Length))
        && Money.Sum(instalments.Select(i => i.Amount), receivable.Receivable.Amount.Currency) == receivable.Receivable.SignedAmount;

    // What stands against the amounts of a document; null where nothing does.
    private Outcome? Unfit(IEnumerable<Money> amounts, string what)
    {
        var all = amounts.ToImmutableArray();
        if (First(all, amount => amount.Currency != account.Id.Currency) is { } foreign)
            return Outcome.Refuse(Refusals.CurrencyDiffers, $"{foreign} of {what} does not belong into an account in {account.Id.Currency}.");
        if (First(all, amount => !amount.IsPositive) is { } low)
            return Outcome.Refuse(Refusals.AmountNotPositive, $"{low} of {what} is not above zero.");
        return First(all, DebtorAccount.IsTooLarge) is { } high
            ? Outcome.Refuse(Refusals.AmountTooLarge, $"{high} of {what} is above {new Money(DebtorAccount.LargestAmount, account.Id.Currency)}.")
            : null;
    }

    private static Money? First(ImmutableArray<Money> amounts, Func<Money, bool> condition) =>
        amounts.Where(condition).Select(amount => (Money?)amount).FirstOrDefault();

    private static Outcome Unknown(string number) =>
        Outcome.Refuse(Refusals.ReceivableUnknown, $"The account has no receivable {number}.");
}
