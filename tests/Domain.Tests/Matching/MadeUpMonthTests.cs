using Reconciliation.Domain.Matching;
using Xunit.Abstractions;

namespace Reconciliation.Domain.Tests.Matching;

/// <summary>How much of a made-up month the machine decides, and that all of it is right.</summary>
public class MadeUpMonthTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Match_AMadeUpMonth_IsNeverWrongAndDecidesMostByItself(int seed)
    {
        var month = new MadeUpMonth(seed, debtors: 600);

        var judged = Judge(month);

        var wrong = judged.Where(j => j.Verdict == MatchVerdict.Auto && j.Said != j.Known.Truth).Select(j => $"{j.Known.Way} {j.Known.Payment.Id}: {j.Said} instead of {j.Known.Truth}");
        Assert.Empty(wrong);
        Assert.InRange(Share(judged, Difficulty.Easy), 98, 100);
        Assert.InRange(Share(judged, Difficulty.Medium), 94, 100);
        Assert.InRange(Share(judged, Difficulty.Hard), 79, 100);
    }

    private List<(KnownPayment Known, MatchVerdict Verdict, string Said)> Judge(MadeUpMonth month)
    {
        var decisions = Matcher.Match([.. month.Payments.Select(p => p.Payment)], OpenItems.Of(month.Items), PaymentHistory.Empty, MatchingPolicy.Default);
        var judged = month.Payments.Zip(decisions, (known, decision) => (known, decision.Verdict, Said: WithoutRest(decision.Best()))).ToList();
        foreach (var way in judged.GroupBy(j => (j.known.Difficulty, j.known.Way)).OrderBy(g => g.Key))
            output.WriteLine($"{way.Key.Difficulty,-8} {way.Key.Way,-20} {way.Count(),4} auto {way.Count(j => j.Verdict == MatchVerdict.Auto),4} review {way.Count(j => j.Verdict == MatchVerdict.Review),4} (best right {way.Count(j => j.Verdict == MatchVerdict.Review && j.Said == j.known.Truth)}) none {way.Count(j => j.Verdict == MatchVerdict.None),4} wrong auto {way.Count(j => j.Verdict == MatchVerdict.Auto && j.Said != j.known.Truth)}");
        return judged;
    }

    /// <summary>The per cent of payments that were decided by machine, and rightly.</summary>
    private static int Share(List<(KnownPayment Known, MatchVerdict Verdict, string Said)> judged, Difficulty difficulty)
    {
        var all = judged.Where(j => j.Known.Difficulty == difficulty).ToList();
        return 100 * all.Count(j => j.Verdict == MatchVerdict.Auto && j.Said == j.Known.Truth) / all.Count;
    }

    /// <summary>What is left over of a payment is not part of the truth.</summary>
    private static string WithoutRest(string said) => string.Join(", ", said.Split(", ").Where(part => !part.StartsWith("on account", StringComparison.Ordinal)));
}
