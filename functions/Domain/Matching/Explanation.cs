using System.Collections.Immutable;
using Reconciliation.Domain.Ledger;

namespace Reconciliation.Domain.Matching;

/// <summary>What a bank entry may be.</summary>
public abstract record Explanation
{
    /// <summary>Hands this explanation to its case.</summary>
    public abstract T Match<T>(Func<Settlement, T> settlement, Func<ReturnedPayment, T> returned, Func<BankCharge, T> charge);
}

/// <summary>Money that settles receivables. The parts of all accounts together are the entry's amount.</summary>
/// <param name="Shares">What comes to each account, one share an account.</param>
public sealed record Settlement(ImmutableArray<AccountShare> Shares) : Explanation
{
    /// <inheritdoc/>
    public override T Match<T>(Func<Settlement, T> settlement, Func<ReturnedPayment, T> returned, Func<BankCharge, T> charge) => settlement(this);
}

/// <summary>The part of a payment that comes to one account: allocations and money on account together.</summary>
/// <param name="Account">The account.</param>
/// <param name="Allocations">What it settles.</param>
/// <param name="Discounts">Early-payment discounts that it earns, positive; not part of the money.</param>
/// <param name="OnAccount">What settles nothing yet, zero or positive.</param>
public sealed record AccountShare(AccountId Account, ImmutableArray<Allocation> Allocations, ImmutableArray<Allocation> Discounts, Money OnAccount)
{
    /// <summary>What the bank kept and the creditor bears, positive; not part of the money.</summary>
    public ImmutableArray<Allocation> Charges { get; init; } = [];

    /// <summary>What is written off of what the payment leaves open, positive; not part of the money.</summary>
    public ImmutableArray<Allocation> WriteOffs { get; init; } = [];

    /// <summary>How much of the entry comes to this account.</summary>
    public Money Amount => Money.Sum(Allocations.Select(a => a.Amount), OnAccount.Currency) + OnAccount;
}

/// <summary>Money out that undoes a payment applied before: returned direct debit, unpaid cheque, recall.</summary>
/// <param name="Applied">The payment that comes back.</param>
/// <param name="ReasonCode">The bank's reason; null for none.</param>
public sealed record ReturnedPayment(AppliedPayment Applied, string? ReasonCode) : Explanation
{
    /// <inheritdoc/>
    public override T Match<T>(Func<Settlement, T> settlement, Func<ReturnedPayment, T> returned, Func<BankCharge, T> charge) => returned(this);
}

/// <summary>Money that the bank itself took for its services.</summary>
public sealed record BankCharge : Explanation
{
    /// <inheritdoc/>
    public override T Match<T>(Func<Settlement, T> settlement, Func<ReturnedPayment, T> returned, Func<BankCharge, T> charge) => charge(this);
}

/// <summary>A payment that was applied and stands: what a return may undo and what a second payment repeats.</summary>
/// <param name="Payment">The bank entry that brought it.</param>
/// <param name="MatchId">The match under which it was applied.</param>
/// <param name="Shares">How it was applied.</param>
public sealed record AppliedPayment(Payment Payment, string MatchId, ImmutableArray<AccountShare> Shares);
