using System.Collections.Immutable;
using Reconciliation.Domain.Receivables;
using Reconciliation.Domain.Recovery;

namespace Reconciliation.Domain.Ledger;

/// <summary>Something asked of a debtor account. Whether it happens is decided by <see cref="DebtorAccount.Decide"/>.</summary>
public abstract record AccountCommand
{
    /// <summary>Who asks, when, and why.</summary>
    public required Decision Decision { get; init; }

    /// <summary>Hands this command to its case; a new command breaks the build wherever commands are told apart.</summary>
    public abstract T Match<T>(IAccountCommandCases<T> cases);
}

/// <summary>One function for each kind of command.</summary>
/// <typeparam name="T">What they return.</typeparam>
public interface IAccountCommandCases<out T>
{
    /// <summary>For <see cref="RegisterDebtor"/>.</summary>
    T On(RegisterDebtor asked);

    /// <summary>For <see cref="OpenReceivable"/>.</summary>
    T On(OpenReceivable asked);

    /// <summary>For <see cref="ScheduleInstalments"/>.</summary>
    T On(ScheduleInstalments asked);

    /// <summary>For <see cref="ApplyPayment"/>.</summary>
    T On(ApplyPayment asked);

    /// <summary>For <see cref="ReversePayment"/>.</summary>
    T On(ReversePayment asked);

    /// <summary>For <see cref="LearnPayer"/>.</summary>
    T On(LearnPayer asked);

    /// <summary>For <see cref="ForgetPayer"/>.</summary>
    T On(ForgetPayer asked);

    /// <summary>For <see cref="RaiseDispute"/>.</summary>
    T On(RaiseDispute asked);

    /// <summary>For <see cref="ResolveDispute"/>.</summary>
    T On(ResolveDispute asked);

    /// <summary>For <see cref="TakeStep"/>.</summary>
    T On(TakeStep asked);

    /// <summary>For <see cref="RecordContact"/>.</summary>
    T On(RecordContact asked);

    /// <summary>For <see cref="AddNote"/>.</summary>
    T On(AddNote asked);
}

/// <summary>Takes over the debtor's name and contact data.</summary>
/// <param name="Debtor">The data, whole.</param>
public sealed record RegisterDebtor(Debtor Debtor) : AccountCommand
{
    /// <inheritdoc/>
    public override T Match<T>(IAccountCommandCases<T> cases) => cases.On(this);
}

/// <summary>Takes a receivable or credit note into the account.</summary>
/// <param name="Receivable">The document.</param>
public sealed record OpenReceivable(Receivable Receivable) : AccountCommand
{
    /// <inheritdoc/>
    public override T Match<T>(IAccountCommandCases<T> cases) => cases.On(this);
}

/// <summary>Lets a receivable be paid in terms.</summary>
/// <param name="Receivable">The receivable's number.</param>
/// <param name="Instalments">The terms; they add up to the receivable.</param>
public sealed record ScheduleInstalments(string Receivable, ImmutableArray<Instalment> Instalments) : AccountCommand
{
    /// <inheritdoc/>
    public override T Match<T>(IAccountCommandCases<T> cases) => cases.On(this);
}

/// <summary>Applies money of a bank entry to the account.</summary>
/// <param name="Payment">Which entry, under which match.</param>
/// <param name="Amount">How much of it comes to this account, positive; zero only where allocations to credit notes make up for invoices.</param>
/// <param name="Allocations">What it settles.</param>
/// <param name="Discounts">Early-payment discounts that it earns, positive.</param>
/// <param name="OnAccount">What settles nothing yet, zero or positive.</param>
public sealed record ApplyPayment(
    PaymentKey Payment, Money Amount, ImmutableArray<Allocation> Allocations, ImmutableArray<Allocation> Discounts, Money OnAccount)
    : AccountCommand
{
    /// <summary>What the bank kept of it and the creditor bears, positive: each closes a part that the payment settles.</summary>
    public ImmutableArray<Allocation> Charges { get; init; } = [];

    /// <summary>What is written off, positive: each closes a part that the payment settles.</summary>
    public ImmutableArray<Allocation> WriteOffs { get; init; } = [];

    /// <summary>How much of either the creditor allows.</summary>
    public SettlementLimits Limits { get; init; }

    /// <summary>The bank entry that seemed to take the payment back and did not: it is applied again. Null for a payment that comes in.</summary>
    public string? AfterReturn { get; init; }

    /// <summary>Who paid, where a person says so and it is to be remembered; null otherwise.</summary>
    public LearntPayer? Payer { get; init; }

    /// <inheritdoc/>
    public override T Match<T>(IAccountCommandCases<T> cases) => cases.On(this);
}

/// <summary>Takes a payment out of the account again, whole.</summary>
/// <param name="MatchId">The match under which it was applied.</param>
/// <param name="Cause">Why.</param>
/// <param name="ReturnEntry">The bank entry that took the money back; null where the match is undone.</param>
/// <param name="ReasonCode">The bank's reason; null for none.</param>
public sealed record ReversePayment(string MatchId, ReversalCause Cause, string? ReturnEntry = null, string? ReasonCode = null)
    : AccountCommand
{
    /// <summary>
    /// The payment, where it may still be under way to the account: it is then kept out for good. Null where one that was
    /// never applied is a refusal.
    /// </summary>
    public PaymentKey? UnderWay { get; init; }

    /// <inheritdoc/>
    public override T Match<T>(IAccountCommandCases<T> cases) => cases.On(this);
}

/// <summary>How far people may settle more than came in. Zero, as in <c>default</c>, allows nothing.</summary>
/// <param name="ChargesMinorUnits">The most that a bank may have kept of one payment, in minor units, inclusive.</param>
/// <param name="WriteOffMinorUnits">The most that may be written off of one receivable, in minor units, inclusive.</param>
public readonly record struct SettlementLimits(long ChargesMinorUnits, long WriteOffMinorUnits);

/// <summary>Remembers who pays for the debtor.</summary>
/// <param name="Name">The payer's name; null where only the account is known.</param>
/// <param name="Account">The payer's account; null where only the name is known.</param>
public sealed record LearnPayer(string? Name, string? Account) : AccountCommand
{
    /// <inheritdoc/>
    public override T Match<T>(IAccountCommandCases<T> cases) => cases.On(this);
}

/// <summary>Forgets a payer.</summary>
/// <param name="Payer">The payer's identifier.</param>
/// <param name="Cause">Why.</param>
public sealed record ForgetPayer(string Payer, ForgettingCause Cause) : AccountCommand
{
    /// <inheritdoc/>
    public override T Match<T>(IAccountCommandCases<T> cases) => cases.On(this);
}

/// <summary>Marks a receivable as disputed.</summary>
/// <param name="Receivable">The receivable's number.</param>
/// <param name="Reason">What the debtor says.</param>
public sealed record RaiseDispute(string Receivable, string Reason) : AccountCommand
{
    /// <inheritdoc/>
    public override T Match<T>(IAccountCommandCases<T> cases) => cases.On(this);
}

/// <summary>Ends a dispute.</summary>
/// <param name="Receivable">The receivable's number.</param>
/// <param name="Outcome">How it ended.</param>
public sealed record ResolveDispute(string Receivable, string Outcome) : AccountCommand
{
    /// <inheritdoc/>
    public override T Match<T>(IAccountCommandCases<T> cases) => cases.On(this);
}

/// <summary>Takes a step of the recovery policy.</summary>
/// <param name="Step">The step's identifier.</param>
/// <param name="Stage">The stage's name in the policy.</param>
/// <param name="Items">What it is about, as it was when planned.</param>
/// <param name="Contact">The contact that it calls for; null for none.</param>
public sealed record TakeStep(string Step, string Stage, ImmutableArray<DunnedItem> Items, PlannedContact? Contact) : AccountCommand
{
    /// <inheritdoc/>
    public override T Match<T>(IAccountCommandCases<T> cases) => cases.On(this);
}

/// <summary>What became of a planned contact.</summary>
public enum ContactResult
{
    /// <summary>It reached its channel.</summary>
    Made,

    /// <summary>The channel refused it.</summary>
    Failed,

    /// <summary>A rule forbade it.</summary>
    Suppressed,
}

/// <summary>Records what became of a planned contact.</summary>
/// <param name="Contact">The contact's identifier.</param>
/// <param name="Result">What became of it.</param>
/// <param name="Detail">Where the document is kept, the channel's answer, or the rule's code.</param>
public sealed record RecordContact(string Contact, ContactResult Result, string Detail) : AccountCommand
{
    /// <inheritdoc/>
    public override T Match<T>(IAccountCommandCases<T> cases) => cases.On(this);
}

/// <summary>Writes a note into the account.</summary>
/// <param name="Text">The note.</param>
public sealed record AddNote(string Text) : AccountCommand
{
    /// <inheritdoc/>
    public override T Match<T>(IAccountCommandCases<T> cases) => cases.On(this);
}
