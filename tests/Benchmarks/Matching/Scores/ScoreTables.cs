using static System.FormattableString;

namespace Reconciliation.Benchmarks.Matching.Scores;

/// <summary>Writes scores as Markdown tables.</summary>
internal static class ScoreTables
{
    /// <summary>The head of the table with a row for each data set and rule.</summary>
    public static void WriteHead(TextWriter output)
    {
        output.WriteLine(
            "| data | rule | precision | recall | precision, recall by receivable | wrong EUR | auto payments right "
            + "| auto | review | none | right first | right in three | CPU µs a payment | peak MiB |");
        output.WriteLine("| --- | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |");
    }

    public static void WriteRow(TextWriter output, string data, string rule, Score score, Cost cost)
    {
        var none = score.Payments - score.Auto - score.Review;
        output.WriteLine(
            $"| {data} | {rule} | {PerCent(score.RightAllocations, score.AutoAllocations)} | {PerCent(score.RightAllocations, score.TrueAllocations)} "
            + $"| {PerCent(score.RightPlaces, score.AutoAllocations)}, {PerCent(score.RightPlaces, score.TrueAllocations)} | {Invariant($"{score.WrongMinorUnits / 100m:0}")} "
            + $"| {PerCent(score.AutoRight, score.Auto)} | {PerCent(score.Auto, score.Payments)} | {PerCent(score.Review, score.Payments)} | {PerCent(none, score.Payments)} "
            + $"| {PerCent(score.RightFirst, score.LeftWithTruth)} | {PerCent(score.RightInThree, score.LeftWithTruth)} "
            + Invariant($"| {cost.Time.TotalMicroseconds / score.Payments:0} | {cost.PeakBytes / 1048576m:0} |"));
    }

    public static void WriteReliability(TextWriter output, Score score)
    {
        output.WriteLine("| confidence | proposals | said | right |");
        output.WriteLine("| --- | ---: | ---: | ---: |");
        foreach (var (from, to, count, said, right) in score.Reliability.Bins)
            output.WriteLine(Invariant($"| {from:0.00} to {to:0.00} | {count} | {said:0.000} | {(decimal)right / count:0.000} |"));
    }

    public static void WriteScenarios(TextWriter output, Score score)
    {
        output.WriteLine("| scenario | payments | auto right | auto wrong | review, right in three | left |");
        output.WriteLine("| --- | ---: | ---: | ---: | ---: | ---: |");
        foreach (var (name, scenario) in score.Scenarios)
            output.WriteLine(Invariant($"| {name} | {scenario.Payments} | {scenario.AutoRight} | {scenario.AutoWrong} | {scenario.ReviewRight} | {scenario.Left} |"));
    }

    private static string PerCent(int part, int whole) => whole == 0 ? "-" : Invariant($"{100m * part / whole:0.00} %");
}
