using System.Collections.Immutable;
using Reconciliation.Domain.Statements;

namespace Reconciliation.Domain.Ledger;

/// <summary>One line of a double entry.</summary>
/// <param name="Account">The account of the chart.</param>
/// <param name="Auxiliary">The debtor or the bank account it is kept for; null for none.</param>
/// <param name="Amount">Positive for a debit, negative for a credit.</param>
public readonly record struct Posting(string Account, string? Auxiliary, Money Amount);

/// <summary>
/// The double entries of what happened. The lines of each event come to zero; an event without money has none.
/// </summary>
public static class Postings
{
    /// <summary>The lines of an event of a debtor account.</summary>
    public static ImmutableArray<Posting> Of(AccountEvent happened, AccountId account, ChartOfAccounts chart) =>
        happened.Match(new AccountPostings(account, chart));

    /// <summary>The lines of an accepted bank entry: bank against suspense.</summary>
    public static ImmutableArray<Posting> Of(Money entry, BankAccountId bank, ChartOfAccounts chart) =>
    [
        new Posting(chart.Bank, bank.Value, entry),
        new Posting(chart.Suspense, null, -entry),
    ];

    /// <summary>The lines that explain a bank entry as charges of the bank: suspense against charges.</summary>
    public static ImmutableArray<Posting> OfBankCharge(Money entry, ChartOfAccounts chart) =>
    [
        new Posting(chart.Suspense, null, entry),
        new Posting(chart.BankCharges, null, -entry),
    ];
}
