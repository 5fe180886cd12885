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

    /// <summary>How far the machine decides by itself.</summary>
    public MatchingPolicy Matching { get; init; } = MatchingPolicy.Default;
}
