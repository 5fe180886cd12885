using System.Collections.Immutable;
using Reconciliation.Domain.Ledger;
using Reconciliation.Domain.Matching;
using Reconciliation.Domain.Statements;

namespace Reconciliation.Pipeline;

/// <summary>Whose receivables are reconciled, and by which rules. Hosts read it from configuration.</summary>
public sealed record CreditorSettings
{
    /// <summary>The creditor's key in account keys.</summary>
    public required string CreditorId { get; init; }

    /// <summary>The creditor's bank accounts; where none is named, statements of any account are taken.</summary>
    public ImmutableArray<BankAccountId> BankAccounts { get; init; } = [];

    /// <summary>Where events are posted.</summary>
    public ChartOfAccounts Chart { get; init; } = ChartOfAccounts.Default;

    /// <summary>
    /// How much of one receivable people may write off, in minor units by ISO 4217 code, inclusive; nothing in a currency
    /// that is not named.
    /// </summary>
    public ImmutableDictionary<string, long> WriteOffLimits { get; init; } = ImmutableDictionary<string, long>.Empty;

    /// <summary>How far people may settle more than a payment brought: for charges what the bank states, else the ceiling of <see cref="Matching"/>.</summary>
    public SettlementLimits LimitsOf(Payment payment) => new(
        Math.Max(Matching.ChargesCeilingMinorUnits, payment.Entry.Charges is { } stated && stated.Currency == payment.Amount.Currency ? stated.MinorUnits : 0),
        WriteOffLimits.GetValueOrDefault(payment.Amount.Currency.Code));

    /// <summary>How far the machine decides by itself.</summary>
    public MatchingPolicy Matching { get; init; } = MatchingPolicy.Default;
}
