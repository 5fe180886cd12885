using System.Collections.Concurrent;

namespace Reconciliation.Chaos;

/// <summary>
/// Chance that a seed decides. A draw depends on the seed, on what it is about and on how often that was drawn before,
/// not on what else happens meanwhile: so a seed stands for the same faults, whatever runs beside.
/// </summary>
internal sealed class Chance(ulong seed)
{
    private readonly ConcurrentDictionary<string, uint> _draws = new(StringComparer.Ordinal);

    /// <summary>From 0, inclusive, to 1, exclusive.</summary>
    public double Draw(string about)
    {
        var draw = _draws.AddOrUpdate(about, 1, (_, count) => count + 1);
        return (Mix(unchecked(seed ^ Hash(about) ^ (draw * 0x9E3779B97F4A7C15UL))) >> 11) / (double)(1UL << 53);
    }

    /// <summary>From 0 to <paramref name="bound"/>, exclusive.</summary>
    public int Below(int bound, string about) => (int)(Draw(about) * bound);

    // FNV-1a
    private static ulong Hash(string text) =>
        unchecked(text.Aggregate(14695981039346656037UL, (hash, character) => (hash ^ character) * 1099511628211UL));

    // The last step of SplitMix64.
    private static ulong Mix(ulong state)
    {
        unchecked
        {
            var mixed = state + 0x9E3779B97F4A7C15UL;
            mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9UL;
            mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EBUL;
            return mixed ^ (mixed >> 31);
        }
    }
}
