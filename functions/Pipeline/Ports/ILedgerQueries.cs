using System.Collections.Immutable;
using Reconciliation.Domain;
using Reconciliation.Domain.Ledger;
using Reconciliation.Domain.Matching;

namespace Reconciliation.Pipeline.Ports;

/// <summary>What people see of the ledger. It follows from the streams and may lag behind them by a message.</summary>
public interface ILedgerQueries
{
    /// <summary>The balance of every account of the chart, by number and currency; together they come to zero.</summary>
    Task<ImmutableArray<AccountBalance>> TrialBalanceAsync(CancellationToken cancellation);

    /// <summary>Keeps the summary of an account as of a version of its stream; an older version changes nothing.</summary>
    Task PutSummaryAsync(AccountSummary summary, CancellationToken cancellation);

    /// <summary>Summaries in order of the account's key.</summary>
    Task<Page<AccountSummary>> AccountsAsync(PageRequest page, CancellationToken cancellation);

    /// <summary>How many entries stand in each state.</summary>
    Task<ImmutableDictionary<EntryState, int>> EntryCountsAsync(CancellationToken cancellation);
}

/// <summary>The balance of an account of the chart.</summary>
/// <param name="Account">Its number.</param>
/// <param name="Balance">Debits less credits.</param>
public sealed record AccountBalance(string Account, Money Balance);

/// <summary>What a list shows of a debtor account.</summary>
/// <param name="Id">The account.</param>
/// <param name="Version">The version of the stream it was made from.</param>
/// <param name="DebtorName">The debtor's name.</param>
/// <param name="Open">Open invoices, zero or positive.</param>
/// <param name="Unallocated">Open credit notes and money on account, zero or positive.</param>
/// <param name="OldestDue">The earliest due date of what is open; null where nothing is.</param>
/// <param name="NextStage">The next stage of recovery; null for none.</param>
/// <param name="NextAt">When it is due; null for none.</param>
/// <param name="HeldBy">Codes of what holds it back.</param>
public sealed record AccountSummary(
    AccountId Id,
    int Version,
    string DebtorName,
    Money Open,
    Money Unallocated,
    DateOnly? OldestDue,
    string? NextStage,
    DateTimeOffset? NextAt,
    ImmutableArray<string> HeldBy);
