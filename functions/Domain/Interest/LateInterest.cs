using System.Collections.Immutable;

namespace Reconciliation.Domain.Interest;

/// <summary>
/// Late interest (intérêts de retard) of one debt, from the day after the due date or the formal notice to a day, both
/// inclusive.
/// <para>Invariants: segments follow each other without overlap, each within one semester; <see cref="Total"/> is the one
/// rounding of the sum of their exact amounts; interest never bears interest (C. civ. 1343-2).</para>
/// </summary>
public sealed record LateInterest
{
    /// <summary>The largest debt, 1 000 000 000 000 000 minor units.</summary>
    public const long LargestAmount = 1_000_000_000_000_000;

    /// <summary>The rule that was applied.</summary>
    public required InterestRule Rule { get; init; }

    /// <summary>The parts, in order of time; empty where nothing ran.</summary>
    public required ImmutableArray<InterestSegment> Segments { get; init; }

    /// <summary>The sum of the parts, not rounded.</summary>
    public required ExactAmount Exact { get; init; }

    /// <summary>The interest in the debt's currency: the exact sum, rounded once, halves up.</summary>
    public Money Total => Exact.Round();

    /// <summary>
    /// Indemnité forfaitaire pour frais de recouvrement, the fixed recovery indemnity: 40 euro for an invoice paid late by
    /// a business or a public buyer, once, whatever the delay and however much came in time (C. com. D441-5, CCP D2192-35);
    /// else zero. It is no part of the interest and, like it, outside VAT.
    /// </summary>
    public required Money IndemniteForfaitaire { get; init; }

    /// <summary>What a person should know before claiming it.</summary>
    public required ImmutableArray<InterestWarning> Warnings { get; init; }

    /// <summary>
    /// The interest of a debt up to a day.
    /// </summary>
    /// <param name="debt">The debt.</param>
    /// <param name="reductions">What was paid or credited on it, in any order. What comes after the last day changes nothing yet.</param>
    /// <param name="until">The last day that bears interest, inclusive: the day on which the creditor had the money, or the day of the statement.</param>
    /// <param name="rates">The reference rates that are known; one that is needed and missing is a refusal.</param>
    /// <param name="settings">What law and practice leave open; null for <see cref="InterestSettings.Default"/>.</param>
    public static LateInterestOutcome Of(
        OverdueDebt debt, IEnumerable<DebtReduction> reductions, DateOnly until, ReferenceRates rates, InterestSettings? settings = null) =>
        new InterestRun(debt, [.. reductions], until, rates, settings ?? InterestSettings.Default).State();

    /// <inheritdoc/>
    public bool Equals(LateInterest? other) =>
        other is not null && Rule == other.Rule && Exact == other.Exact && IndemniteForfaitaire == other.IndemniteForfaitaire
        && Segments.SequenceEqual(other.Segments) && Warnings.SequenceEqual(other.Warnings);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Rule, Exact, IndemniteForfaitaire, Segments.Length, Warnings.Length);
}
