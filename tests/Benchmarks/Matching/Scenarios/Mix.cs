using System.Collections.Frozen;
using Reconciliation.Benchmarks.Matching.Data;

namespace Reconciliation.Benchmarks.Matching.Scenarios;

/// <summary>How often each scenario comes, and how much noise there is.</summary>
/// <param name="Name">The difficulty.</param>
/// <param name="Shares">The weight of each scenario by name; what is not named does not come.</param>
/// <param name="Noise">The noise.</param>
internal sealed record Mix(string Name, FrozenDictionary<string, int> Shares, Noise Noise)
{
    /// <summary>A mix from lines of a name and a weight.</summary>
    public static Mix Of(string name, Noise noise, string shares)
    {
        var words = shares.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        var weights = words.Chunk(2).ToFrozenDictionary(pair => pair[0], pair => int.Parse(pair[1], System.Globalization.CultureInfo.InvariantCulture));
        return weights.Keys.FirstOrDefault(known => !AllScenarios.ByName.ContainsKey(known)) is { } unknown
            ? throw new ArgumentException($"There is no scenario {unknown}.", nameof(shares))
            : new Mix(name, weights, noise);
    }
}
