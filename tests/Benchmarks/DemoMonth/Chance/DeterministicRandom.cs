namespace Reconciliation.Benchmarks.DemoMonth.Chance;

/// <summary>
/// SplitMix64: small, and the same on every runtime, so that a seed stands for the same bytes for good.
/// Each concern draws from its own fork; a draw more in one leaves the others as they were.
/// </summary>
internal sealed class DeterministicRandom
{
    private readonly ulong _seed;
    private ulong _state;

    public DeterministicRandom(ulong seed) => (_seed, _state) = (seed, seed);

    /// <summary>A stream of its own for a named purpose; it depends on the seed and the name only.</summary>
    public DeterministicRandom Fork(string purpose)
    {
        unchecked
        {
            // FNV-1a
            var hash = 14695981039346656037UL;
            foreach (var character in purpose)
                hash = (hash ^ character) * 1099511628211UL;
            return new DeterministicRandom(new DeterministicRandom(_seed ^ hash).NextBits());
        }
    }

    /// <summary>A number from 0 to <paramref name="bound"/>, exclusive.</summary>
    public int Below(int bound) => (int)((NextBits() >> 33) % (ulong)bound);

    /// <summary>A number between two others, both inclusive.</summary>
    public int Between(int least, int most) => least + Below(most - least + 1);

    /// <summary>True in so many cases of a hundred.</summary>
    public bool Chance(int perCent) => Below(100) < perCent;

    /// <summary>One of several.</summary>
    public T Pick<T>(IReadOnlyList<T> choices) => choices[Below(choices.Count)];

    /// <summary>So many digits.</summary>
    public string Digits(int count) => string.Concat(Enumerable.Range(0, count).Select(_ => (char)('0' + Below(10))));

    /// <summary>The same things in another order (Fisher-Yates).</summary>
    public T[] Shuffle<T>(IEnumerable<T> things)
    {
        var shuffled = things.ToArray();
        for (var i = shuffled.Length - 1; i > 0; i--)
        {
            var j = Below(i + 1);
            (shuffled[i], shuffled[j]) = (shuffled[j], shuffled[i]);
        }

        return shuffled;
    }

    private ulong NextBits()
    {
        unchecked
        {
            _state += 0x9E3779B97F4A7C15UL;
            var mixed = _state;
            mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9UL;
            mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EBUL;
            return mixed ^ (mixed >> 31);
        }
    }
}
