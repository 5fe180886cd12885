using System.Collections.Immutable;

namespace Reconciliation.Domain.Receivables;

/// <summary>What a receivables file says: each row of it is either a receivable or has faults, never both.</summary>
/// <param name="Rows">The receivables in the order of the file; their numbers differ.</param>
/// <param name="Faults">What was found, in the order of the file's lines.</param>
public sealed record ReceivablesFile(ImmutableArray<ReceivableRow> Rows, ImmutableArray<RowFault> Faults);

/// <summary>A receivable with its debtor, as a row states them.</summary>
/// <param name="Line">The line of the file on which the row starts, from 1.</param>
/// <param name="Debtor">Who owes.</param>
/// <param name="Receivable">The claim.</param>
public sealed record ReceivableRow(int Line, Debtor Debtor, Receivable Receivable)
{
    /// <summary>The currency of the account that the receivable belongs to.</summary>
    public Currency Currency => Receivable.Amount.Currency;
}
