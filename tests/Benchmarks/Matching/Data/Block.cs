namespace Reconciliation.Benchmarks.Matching.Data;

/// <summary>A piece of a data set that stands for itself, so that a million payments need not be held at once.</summary>
/// <param name="Claims">The receivables.</param>
/// <param name="Payers">Payers that were confirmed before, with the debtor they pay for.</param>
/// <param name="Payments">The payments, with those of one debtor in order of their days.</param>
internal sealed record Block(
    IReadOnlyList<Claim> Claims, IReadOnlyList<(PayingDebtor Payer, PayingDebtor For)> Payers, IReadOnlyList<LabelledPayment> Payments);
