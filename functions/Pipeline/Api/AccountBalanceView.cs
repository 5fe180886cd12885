namespace Reconciliation.Pipeline.Api;

/// <summary>The balance of an account of the chart.</summary>
/// <param name="Account">Its number.</param>
/// <param name="Balance">Debits less credits.</param>
public sealed record AccountBalanceView(string Account, AmountView Balance);
