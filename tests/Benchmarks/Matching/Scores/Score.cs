using System.Collections.Immutable;
using Reconciliation.Benchmarks.Matching.Data;
using Reconciliation.Domain.Matching;

namespace Reconciliation.Benchmarks.Matching.Scores;

/// <summary>Counts how right the answers of a rule are.</summary>
internal sealed class Score
{
    private readonly SortedDictionary<string, ScenarioScore> _scenarios = new(StringComparer.Ordinal);

    public int Payments { get; private set; }

    public int Auto { get; private set; }

    /// <summary>Those whose parts are all right, with none missing.</summary>
    public int AutoRight { get; private set; }

    public int Review { get; private set; }

    /// <summary>Allocations that the rule makes by itself.</summary>
    public int AutoAllocations { get; private set; }

    /// <summary>Those of them that are right to the minor unit.</summary>
    public int RightAllocations { get; private set; }

    /// <summary>Those whose receivable and term are right.</summary>
    public int RightPlaces { get; private set; }

    /// <summary>Allocations that are true.</summary>
    public int TrueAllocations { get; private set; }

    /// <summary>Money that the rule gives by itself to where it does not belong, in minor units.</summary>
    public long WrongMinorUnits { get; private set; }

    /// <summary>Payments left to a person that are for something.</summary>
    public int LeftWithTruth { get; private set; }

    /// <summary>Those whose receivables are the first proposal's.</summary>
    public int RightFirst { get; private set; }

    /// <summary>Those whose receivables are one of the first three proposals'.</summary>
    public int RightInThree { get; private set; }

    /// <summary>How often proposals of a confidence are right.</summary>
    public Reliability Reliability { get; } = new();

    public IReadOnlyDictionary<string, ScenarioScore> Scenarios => _scenarios;

    /// <summary>Scores the answers, in the order of the payments.</summary>
    public static Score Of(IReadOnlyList<LabelledPayment> labels, IReadOnlyList<Answer> answers)
    {
        var score = new Score();
        for (var i = 0; i < labels.Count; i++)
            score.Add(labels[i], answers[i]);
        return score;
    }

    /// <summary>The payment is answered by the machine, and not rightly.</summary>
    public static bool IsWrong(LabelledPayment label, Answer answer) =>
        answer.Verdict == MatchVerdict.Auto && !label.Truth.Is(answer.Proposals[0].Parts);

    private void Add(LabelledPayment label, Answer answer)
    {
        Payments++;
        TrueAllocations += label.Truth.Parts.Length;
        if (!_scenarios.TryGetValue(label.Scenario, out var scenario))
            _scenarios.Add(label.Scenario, scenario = new ScenarioScore());
        scenario.Payments++;
        foreach (var proposal in answer.Proposals)
            Reliability.Add(proposal, label.Truth);
        if (answer.Verdict == MatchVerdict.Auto)
            AddAuto(label.Truth, answer.Proposals[0].Parts, scenario);
        else
            AddLeft(label.Truth, answer, scenario);
    }

    private void AddAuto(Truth truth, ImmutableArray<Part> parts, ScenarioScore scenario)
    {
        Auto++;
        AutoAllocations += parts.Length;
        RightAllocations += parts.Count(truth.Has);
        RightPlaces += parts.Count(truth.HasPlace);
        WrongMinorUnits += parts.Sum(truth.Wrong);
        var isRight = truth.Is(parts);
        AutoRight += isRight ? 1 : 0;
        scenario.AutoRight += isRight ? 1 : 0;
        scenario.AutoWrong += isRight ? 0 : 1;
    }

    private void AddLeft(Truth truth, Answer answer, ScenarioScore scenario)
    {
        Review += answer.Verdict == MatchVerdict.Review ? 1 : 0;
        var place = answer.Proposals.Take(3).ToList().FindIndex(proposal => truth.IsOf(proposal.Parts));
        if (!truth.IsNothing)
        {
            LeftWithTruth++;
            RightFirst += place == 0 ? 1 : 0;
            RightInThree += place >= 0 ? 1 : 0;
        }

        if (!truth.IsNothing && place >= 0)
            scenario.ReviewRight++;
        else
            scenario.Left++;
    }
}

/// <summary>What becomes of the payments of a scenario.</summary>
internal sealed class ScenarioScore
{
    public int Payments { get; set; }

    public int AutoRight { get; set; }

    public int AutoWrong { get; set; }

    /// <summary>A person finds the right answer among the first three.</summary>
    public int ReviewRight { get; set; }

    /// <summary>A person has to look for the answer, or there is none to be found.</summary>
    public int Left { get; set; }
}
