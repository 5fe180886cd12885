using System.Globalization;
using Reconciliation.Benchmarks.Matching.Data;
using Reconciliation.Benchmarks.Matching.Files;
using Reconciliation.Benchmarks.Matching.Rivals;
using Reconciliation.Benchmarks.Matching.Scenarios;
using Reconciliation.Benchmarks.Matching.Scores;

namespace Reconciliation.Benchmarks.Matching;

/// <summary><c>match</c>: makes up payments whose truth is known, and measures how right the matcher is, or writes them as files.</summary>
internal sealed record MatchCommand
{
    private const int MostShown = 300;

    public static string Usage =>
        "match [--payments N] [--items N] [--difficulty easy|medium|hard|all|held-out] [--seed N] [--numbering STYLE] [--rivals] [--show SCENARIO|wrong] [--out DIR]\n"
        + "                                               measures the matcher on made-up payments whose truth is known";

    private DataSize Size { get; init; } = new(10_000, 20_000, 1, null);

    private IReadOnlyList<Mix> Mixes { get; init; } = Scenarios.Mixes.Ordinary;

    private bool WithRivals { get; init; }

    private string? Shown { get; init; }

    private string? Folder { get; init; }

    /// <summary>False where the words are not understood.</summary>
    public static bool TryRun(ReadOnlySpan<string> words, TextWriter output)
    {
        var command = Read(words);
        command?.Run(output);
        return command is not null;
    }

    private static MatchCommand? Read(ReadOnlySpan<string> words)
    {
        var command = new MatchCommand();
        while (!words.IsEmpty)
        {
            var read = words switch
            {
                ["--rivals", ..] => command with { WithRivals = true },
                ["--payments", var n, ..] when Count(n) is { } payments => command with { Size = command.Size with { Payments = payments } },
                ["--items", var n, ..] when Count(n) is { } items => command with { Size = command.Size with { Items = items } },
                ["--seed", var n, ..] when ulong.TryParse(n, NumberStyles.None, CultureInfo.InvariantCulture, out var seed) =>
                    command with { Size = command.Size with { Seed = seed } },
                ["--numbering", var name, ..] when NumberingStyle.Find(name) is { } style => command with { Size = command.Size with { Numbering = style } },
                ["--difficulty", var name, ..] when Scenarios.Mixes.Of(name) is { Count: > 0 } mixes => command with { Mixes = mixes },
                ["--show", var scenario, ..] => command with { Shown = scenario },
                ["--out", var folder, ..] => command with { Folder = folder },
                _ => null,
            };
            if (read is null)
                return null;
            command = read;
            words = words[(words[0] == "--rivals" ? 1 : 2)..];
        }

        return command;
    }

    private static int? Count(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count > 0 ? count : null;

    private void Run(TextWriter output)
    {
        if (Folder is not null)
            WriteFiles(output, Folder);
        else
            Measure(output);
    }

    private void WriteFiles(TextWriter output, string folder)
    {
        foreach (var mix in Mixes)
        {
            var directory = Mixes.Count == 1 ? folder : Path.Combine(folder, mix.Name);
            var (payments, claims) = DataFolder.Write(directory, mix, Size);
            output.WriteLine(FormattableString.Invariant($"{mix.Name}: {payments} payments, {claims} receivables, seed {Size.Seed}: {directory}"));
        }
    }

    private void Measure(TextWriter output)
    {
        var scores = new List<(Mix Mix, Score Score)>();
        ScoreTables.WriteHead(output);
        foreach (var mix in Mixes)
        {
            var data = MatchingCase.Of(mix, Size);
            var name = FormattableString.Invariant($"{mix.Name}, {data.Payments.Count} × {data.ReceivableCount}, seed {Size.Seed}");
            foreach (var rule in AllRules.Of(WithRivals))
            {
                var (answers, cost) = Cost.Of(() => rule.Decide(data));
                var score = Score.Of(data.Labels, answers);
                ScoreTables.WriteRow(output, name, rule.Name, score, cost);
                if (rule is not ProductRule)
                    continue;
                scores.Add((mix, score));
                if (Shown is { } scenario)
                    Showing.Write(output, data, answers, scenario, MostShown);
            }
        }

        foreach (var (mix, score) in scores)
        {
            output.WriteLine($"\n{mix.Name}\n");
            ScoreTables.WriteReliability(output, score);
            output.WriteLine();
            ScoreTables.WriteScenarios(output, score);
        }
    }
}
