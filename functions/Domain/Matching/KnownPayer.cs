namespace Reconciliation.Domain.Matching;

/// <summary>A payer that was confirmed to pay for a debtor: by a person, or by a payment whose reference left no doubt.</summary>
/// <param name="Date">When it was confirmed.</param>
/// <param name="Name">The payer's name as the bank wrote it; null where only the account is known.</param>
/// <param name="Account">The payer's account, an IBAN or another designation; null where only the name is known.</param>
/// <param name="DebtorId">The debtor's key at the creditor.</param>
public sealed record KnownPayer(DateOnly Date, string? Name, string? Account, string DebtorId)
{
    /// <summary>A person rejected it: it does not speak for the debtor, and what is known of the same payer for another is in doubt.</summary>
    public bool IsRejected { get; init; }

    /// <summary>It pays for more debtors than are given here.</summary>
    public bool IsShared { get; init; }
}
