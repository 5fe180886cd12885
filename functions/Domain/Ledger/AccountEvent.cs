using System.Collections.Immutable;
using Reconciliation.Domain.Receivables;
using Reconciliation.Domain.Recovery;

namespace Reconciliation.Domain.Ledger;

/// <summary>
/// Something that happened to a debtor account. Events are facts: none is changed or removed, an error is corrected by
/// an event that reverses it. Each carries everything its postings need, so that it can be read without the account.
/// </summary>
public abstract record AccountEvent
{
    /// <summary>Who decided, when, and why.</summary>
    public required Decision Decision { get; init; }

    /// <summary>Hands this event to its case; a new event breaks the build wherever events are told apart.</summary>
    public abstract T Match<T>(IAccountEventCases<T> cases);
}

/// <summary>One function for each kind of event.</summary>
/// <typeparam name="T">What they return.</typeparam>
public interface IAccountEventCases<out T>
{
    /// <summary>For <see cref="DebtorRegistered"/>.</summary>
    T On(DebtorRegistered happened);

    /// <summary>For <see cref="ReceivableOpened"/>.</summary>
    T On(ReceivableOpened happened);

    /// <summary>For <see cref="InstalmentsScheduled"/>.</summary>
    T On(InstalmentsScheduled happened);

    /// <summary>For <see cref="PaymentApplied"/>.</summary>
    T On(PaymentApplied happened);

    /// <summary>For <see cref="PaymentReversed"/>.</summary>
    T On(PaymentReversed happened);

    /// <summary>For <see cref="DiscountGranted"/>.</summary>
    T On(DiscountGranted happened);

    /// <summary>For <see cref="BankChargeBorne"/>.</summary>
    T On(BankChargeBorne happened);

    /// <summary>For <see cref="RemainderWrittenOff"/>.</summary>
    T On(RemainderWrittenOff happened);

    /// <summary>For <see cref="PayerLearnt"/>.</summary>
    T On(PayerLearnt happened);

    /// <summary>For <see cref="PayerForgotten"/>.</summary>
    T On(PayerForgotten happened);

    /// <summary>For <see cref="DisputeRaised"/>.</summary>
    T On(DisputeRaised happened);

    /// <summary>For <see cref="DisputeResolved"/>.</summary>
    T On(DisputeResolved happened);

    /// <summary>For <see cref="StageReached"/>.</summary>
    T On(StageReached happened);

    /// <summary>For <see cref="ContactMade"/>.</summary>
    T On(ContactMade happened);

    /// <summary>For <see cref="ContactFailed"/>.</summary>
    T On(ContactFailed happened);

    /// <summary>For <see cref="ContactSuppressed"/>.</summary>
    T On(ContactSuppressed happened);

    /// <summary>For <see cref="Noted"/>.</summary>
    T On(Noted happened);
}

/// <summary>The debtor's name and contact data became known or changed.</summary>
/// <param name="Debtor">The data as of now, whole.</param>
public sealed record DebtorRegistered(Debtor Debtor) : AccountEvent
{
    /// <inheritdoc/>
    public override T Match<T>(IAccountEventCases<T> cases) => cases.On(this);
}

/// <summary>A receivable (créance) or credit note (avoir) came into the account.</summary>
/// <param name="Receivable">The document.</param>
public sealed record ReceivableOpened(Receivable Receivable) : AccountEvent
{
    /// <inheritdoc/>
    public override T Match<T>(IAccountEventCases<T> cases) => cases.On(this);
}

/// <summary>A receivable is to be paid in terms (échéances); their amounts add up to it.</summary>
/// <param name="Receivable">The receivable's number.</param>
/// <param name="Instalments">The terms by sequence.</param>
public sealed record InstalmentsScheduled(string Receivable, ImmutableArray<Instalment> Instalments) : AccountEvent
{
    /// <inheritdoc/>
    public override T Match<T>(IAccountEventCases<T> cases) => cases.On(this);
}

/// <summary>A part of a payment that settles a part of a receivable.</summary>
/// <param name="Receivable">The receivable's number.</param>
/// <param name="Instalment">The term it pays; null for a receivable without terms.</param>
/// <param name="Amount">Positive on an invoice; negative on a credit note, which the payment used up.</param>
public readonly record struct Allocation(string Receivable, int? Instalment, Money Amount);

/// <summary>
/// Money out of suspense was applied to the account. The allocations and the part on account together are the amount.
/// </summary>
/// <param name="Payment">Which bank entry, under which match.</param>
/// <param name="Amount">How much of the entry came to this account, positive; zero where credit notes make up for the invoices.</param>
/// <param name="Allocations">What it settles.</param>
/// <param name="OnAccount">What settles nothing yet (acompte, trop-perçu) and stays to the debtor's credit; zero or positive.</param>
public sealed record PaymentApplied(PaymentKey Payment, Money Amount, ImmutableArray<Allocation> Allocations, Money OnAccount) : AccountEvent
{
    /// <inheritdoc/>
    public override T Match<T>(IAccountEventCases<T> cases) => cases.On(this);
}

/// <summary>Identifies money applied: a bank entry under one match. A match undone and made again is another payment.</summary>
/// <param name="MatchId">The match's identifier.</param>
/// <param name="Entry">The bank entry's identifier.</param>
/// <param name="BookedOn">The entry's booking date: the day the money was at the creditor's disposal.</param>
public readonly record struct PaymentKey(string MatchId, string Entry, DateOnly BookedOn);

/// <summary>Why a payment was reversed.</summary>
public enum ReversalCause
{
    /// <summary>The match was wrong: the money goes back into suspense.</summary>
    MatchUndone,

    /// <summary>The bank took the money back (returned direct debit, unpaid cheque, recall): its own entry brings it into suspense.</summary>
    ReturnedByBank,
}

/// <summary>A payment was taken out of the account again, with the discounts, charges and write-offs that came with it. What it settled is open again from its own due date. One of nothing was undone before it reached the account, and is kept out.</summary>
/// <param name="Payment">The payment that is reversed.</param>
/// <param name="Amount">Its amount as it was applied.</param>
/// <param name="Allocations">Its allocations as they were applied.</param>
/// <param name="OnAccount">Its part on account as it was applied.</param>
/// <param name="Discounts">The discounts that fall with it, as they were granted.</param>
/// <param name="Cause">Why.</param>
/// <param name="ReturnEntry">The bank entry that took the money back; null where the match was undone.</param>
/// <param name="ReasonCode">The bank's reason (AM04, MD06, ...); null for none.</param>
public sealed record PaymentReversed(
    PaymentKey Payment,
    Money Amount,
    ImmutableArray<Allocation> Allocations,
    Money OnAccount,
    ImmutableArray<Allocation> Discounts,
    ReversalCause Cause,
    string? ReturnEntry,
    string? ReasonCode) : AccountEvent
{
    /// <summary>The charges of the bank that fall with it, as they were borne.</summary>
    public ImmutableArray<Allocation> Charges { get; init; } = [];

    /// <summary>The remainders that fall with it, as they were written off.</summary>
    public ImmutableArray<Allocation> WriteOffs { get; init; } = [];

    /// <inheritdoc/>
    public override T Match<T>(IAccountEventCases<T> cases) => cases.On(this);
}

/// <summary>An early-payment discount (escompte) closed the rest of a receivable.</summary>
/// <param name="Discount">The receivable and how much of it was discounted, positive.</param>
/// <param name="Payment">The payment that earned it; it falls with that payment.</param>
public sealed record DiscountGranted(Allocation Discount, PaymentKey Payment) : AccountEvent
{
    /// <inheritdoc/>
    public override T Match<T>(IAccountEventCases<T> cases) => cases.On(this);
}

/// <summary>
/// A bank on the way kept its charges of what the debtor paid in full; the creditor bears them (frais bancaires, 627 of
/// the plan comptable général), and the rest of the receivable is settled.
/// </summary>
/// <param name="Charge">The receivable and what the bank kept, positive.</param>
/// <param name="Payment">The payment that it was kept of; it falls with that payment.</param>
public sealed record BankChargeBorne(Allocation Charge, PaymentKey Payment) : AccountEvent
{
    /// <inheritdoc/>
    public override T Match<T>(IAccountEventCases<T> cases) => cases.On(this);
}

/// <summary>
/// What a payment left open of a receivable is too little to ask for (écart de règlement) and was written off, to charges
/// diverses de gestion courante (658 of the plan comptable général).
/// </summary>
/// <param name="WriteOff">The receivable and how much of it, positive.</param>
/// <param name="Payment">The payment that left it; it falls with that payment.</param>
/// <param name="Limit">Up to how much of one receivable the creditor let people write off then, inclusive.</param>
public sealed record RemainderWrittenOff(Allocation WriteOff, PaymentKey Payment, Money Limit) : AccountEvent
{
    /// <inheritdoc/>
    public override T Match<T>(IAccountEventCases<T> cases) => cases.On(this);
}

/// <summary>A person said who pays for the debtor: by confirming a match, or by hand.</summary>
/// <param name="Payer">The payer.</param>
/// <param name="MatchId">The match that was confirmed; null where it was entered by hand.</param>
public sealed record PayerLearnt(LearntPayer Payer, string? MatchId) : AccountEvent
{
    /// <inheritdoc/>
    public override T Match<T>(IAccountEventCases<T> cases) => cases.On(this);
}

/// <summary>A payer no longer speaks for the debtor.</summary>
/// <param name="Payer">The payer.</param>
/// <param name="Cause">Why.</param>
public sealed record PayerForgotten(LearntPayer Payer, ForgettingCause Cause) : AccountEvent
{
    /// <inheritdoc/>
    public override T Match<T>(IAccountEventCases<T> cases) => cases.On(this);
}

/// <summary>The debtor disputes a receivable (litige); no reminder goes out for it.</summary>
/// <param name="Receivable">The receivable's number.</param>
/// <param name="Reason">What the debtor says.</param>
public sealed record DisputeRaised(string Receivable, string Reason) : AccountEvent
{
    /// <inheritdoc/>
    public override T Match<T>(IAccountEventCases<T> cases) => cases.On(this);
}

/// <summary>A dispute ended.</summary>
/// <param name="Receivable">The receivable's number.</param>
/// <param name="Outcome">How it ended.</param>
public sealed record DisputeResolved(string Receivable, string Outcome) : AccountEvent
{
    /// <inheritdoc/>
    public override T Match<T>(IAccountEventCases<T> cases) => cases.On(this);
}

/// <summary>A step of the recovery policy (scénario de relance) was taken for receivables.</summary>
/// <param name="Step">The step's identifier, derived from account, stage and receivables.</param>
/// <param name="Stage">The stage's name in the policy.</param>
/// <param name="Items">What it is about.</param>
/// <param name="Contact">The contact that the stage calls for; null where it calls for none.</param>
public sealed record StageReached(string Step, string Stage, ImmutableArray<DunnedItem> Items, PlannedContact? Contact) : AccountEvent
{
    /// <inheritdoc/>
    public override T Match<T>(IAccountEventCases<T> cases) => cases.On(this);
}

/// <summary>A contact reached its channel.</summary>
/// <param name="Contact">The contact's identifier.</param>
/// <param name="Channel">By which channel.</param>
/// <param name="Stage">The stage it belongs to.</param>
/// <param name="Document">Where what was sent is kept.</param>
public sealed record ContactMade(string Contact, ContactChannel Channel, string Stage, string Document) : AccountEvent
{
    /// <inheritdoc/>
    public override T Match<T>(IAccountEventCases<T> cases) => cases.On(this);
}

/// <summary>A contact could not be delivered; a person sees it.</summary>
/// <param name="Contact">The contact's identifier.</param>
/// <param name="Channel">By which channel.</param>
/// <param name="Stage">The stage it belongs to.</param>
/// <param name="Reason">What the channel answered.</param>
public sealed record ContactFailed(string Contact, ContactChannel Channel, string Stage, string Reason) : AccountEvent
{
    /// <inheritdoc/>
    public override T Match<T>(IAccountEventCases<T> cases) => cases.On(this);
}

/// <summary>A contact was not made because a rule forbids it.</summary>
/// <param name="Contact">The contact's identifier.</param>
/// <param name="Channel">By which channel.</param>
/// <param name="Stage">The stage it belongs to.</param>
/// <param name="Rule">The rule's code.</param>
public sealed record ContactSuppressed(string Contact, ContactChannel Channel, string Stage, string Rule) : AccountEvent
{
    /// <inheritdoc/>
    public override T Match<T>(IAccountEventCases<T> cases) => cases.On(this);
}

/// <summary>A person wrote a note into the account.</summary>
/// <param name="Text">The note.</param>
public sealed record Noted(string Text) : AccountEvent
{
    /// <inheritdoc/>
    public override T Match<T>(IAccountEventCases<T> cases) => cases.On(this);
}
