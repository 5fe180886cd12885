using Reconciliation.Domain.Receivables;

namespace Reconciliation.Domain.Interest;

/// <summary>Days in a row on which the same debt bore the same rate in the same semester.</summary>
/// <param name="From">The first day that bears interest, inclusive.</param>
/// <param name="To">The last day that bears interest, inclusive.</param>
/// <param name="Base">What was unpaid at the start of each of these days, with tax.</param>
/// <param name="Rate">The rate, and where it comes from.</param>
/// <param name="Amount">Base × rate × days by the days of a year, not rounded.</param>
public sealed record InterestSegment(DateOnly From, DateOnly To, Money Base, AppliedRate Rate, ExactAmount Amount)
{
    /// <summary>How many days, 1 or more.</summary>
    public int Days => To.DayNumber - From.DayNumber + 1;
}

/// <summary>The yearly rate of a segment, explained.</summary>
/// <param name="Rate">The rate.</param>
/// <param name="Basis">How it comes about, with the article: <c>ECB main refinancing rate of 2025-S2 (2.15 %) + 10 points, C. com. L441-10 II</c>.</param>
/// <param name="Reference">The reference rate that it is built from, or that a contract's rate was held against.</param>
/// <param name="IsContractBelowFloor">True where the contract has a rate below three times the legal rate.</param>
public sealed record AppliedRate(AnnualRate Rate, string Basis, ReferenceRate Reference, bool IsContractBelowFloor = false);
