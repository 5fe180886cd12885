using Reconciliation.Benchmarks.Matching.Data;

namespace Reconciliation.Benchmarks.Matching;

/// <summary>How much to make up, and from which seed.</summary>
/// <param name="Payments">How many payments.</param>
/// <param name="Items">How many receivables; more where the payments need more.</param>
/// <param name="Seed">The same seed, the same data.</param>
/// <param name="Numbering">How the creditor numbers; null for a group of creditors with a style each, in one pool.</param>
internal sealed record DataSize(int Payments, int Items, ulong Seed, NumberingStyle? Numbering);
