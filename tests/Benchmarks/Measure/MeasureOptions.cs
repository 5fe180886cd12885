using System.Collections.Immutable;
using System.Globalization;

namespace Reconciliation.Benchmarks.Measure;

/// <summary><c>[--entries N,N] [--rounds N] [--seed N]</c>.</summary>
/// <param name="Sizes">Entries of each file.</param>
/// <param name="Rounds">How often each is measured.</param>
/// <param name="Seed">Of the made-up files.</param>
internal sealed record MeasureOptions(ImmutableArray<int> Sizes, int Rounds, ulong Seed)
{
    public const string Usage = "[--entries N,N] [--rounds N] [--seed N]";

    /// <summary>The options in the words; null where they are not understood.</summary>
    public static MeasureOptions? Of(ReadOnlySpan<string> words)
    {
        var options = new MeasureOptions([100_000, 1_000_000], 5, 1);
        for (var i = 0; i < words.Length; i += 2)
        {
            switch (words[i..])
            {
                case ["--entries", var list, ..] when Numbers(list) is { Length: > 0 } numbers:
                    options = options with { Sizes = numbers };
                    break;
                case ["--rounds", var number, ..] when Numbers(number) is [var count]:
                    options = options with { Rounds = count };
                    break;
                case ["--seed", var number, ..] when ulong.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var seed):
                    options = options with { Seed = seed };
                    break;
                default:
                    return null;
            }
        }

        return options;
    }

    private static ImmutableArray<int> Numbers(string list)
    {
        var numbers = list.Split(',').Select(n => int.TryParse(n, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0).ToImmutableArray();
        return numbers.All(n => n > 0) ? numbers : [];
    }
}
