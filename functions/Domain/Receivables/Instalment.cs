namespace Reconciliation.Domain.Receivables;

/// <summary>One term (échéance) in which a receivable is to be paid.</summary>
/// <param name="Sequence">Its number within the receivable, from 1.</param>
/// <param name="DueDate">The last day on which it is paid in time, inclusive.</param>
/// <param name="Amount">What is due, positive.</param>
public readonly record struct Instalment(int Sequence, DateOnly DueDate, Money Amount);
