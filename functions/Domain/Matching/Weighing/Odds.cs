using System.Collections.Immutable;

namespace Reconciliation.Domain.Matching.Weighing;

/// <summary>Turns decibans into odds and odds into probabilities, in exact decimals so that every machine agrees.</summary>
internal static class Odds
{
    private const int Most = 90;

    // 10^(0/10) to 10^(9/10).
    private static readonly ImmutableArray<decimal> Tenths =
        [1m, 1.258925m, 1.584893m, 1.995262m, 2.511886m, 3.162278m, 3.981072m, 5.011872m, 6.309573m, 7.943282m];

    /// <summary>10 to the power of a tenth of the points.</summary>
    public static decimal Of(int points)
    {
        var bounded = Math.Clamp(points, -Most, Most);
        var tenths = ((bounded % 10) + 10) % 10;
        var decades = (bounded - tenths) / 10;
        var odds = Tenths[tenths];
        for (; decades > 0; decades--)
            odds *= 10;
        for (; decades < 0; decades++)
            odds /= 10;
        return odds;
    }

    /// <summary>The probability of an explanation among rivals of which one at most is right, rounded down to four decimals.</summary>
    /// <param name="odds">Its own odds against "none of them".</param>
    /// <param name="ofAll">The odds of all explanations together, its own among them.</param>
    public static decimal Probability(decimal odds, decimal ofAll) => decimal.Floor(odds / (1 + ofAll) * 10_000) / 10_000;
}
