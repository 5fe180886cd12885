namespace Reconciliation.Domain.Statements;

/// <summary>A balance that the bank states.</summary>
/// <param name="Amount">Positive where the bank owes the holder, negative for an overdraft.</param>
/// <param name="Day">The day it stands for; null where the file gives none that exists.</param>
public readonly record struct Balance(Money Amount, DateOnly? Day);
