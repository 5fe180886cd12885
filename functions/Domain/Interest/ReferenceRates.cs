using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text;

namespace Reconciliation.Domain.Interest;

/// <summary>What reading reference rates came to.</summary>
/// <param name="Rates">The rates; null where there is a fault.</param>
/// <param name="Faults">What is wrong, each a sentence; empty where there are rates.</param>
public sealed record RatesReading(ReferenceRates? Rates, ImmutableArray<string> Faults);

/// <summary>
/// The reference rates that are known. A semester that is not known stays unknown: no rate is carried over from the
/// semester before.
/// </summary>
public sealed class ReferenceRates
{
    private readonly FrozenDictionary<(ReferenceRateKind, Semester), ReferenceRate> _rates;

    private ReferenceRates(IEnumerable<ReferenceRate> rates) =>
        _rates = rates.ToFrozenDictionary(rate => (rate.Kind, rate.Semester));

    /// <summary>No rate at all.</summary>
    public static ReferenceRates None { get; } = new([]);

    /// <summary>What ships, from <c>Rates/*.json</c> beside this file.</summary>
    public static ReferenceRates BuiltIn { get; } = ReadBuiltIn();

    /// <summary>All rates, by kind and semester.</summary>
    public IEnumerable<ReferenceRate> All => _rates.Values.OrderBy(rate => rate.Kind).ThenBy(rate => rate.Semester);

    /// <summary>The rate of a semester; null where it is not known.</summary>
    public ReferenceRate? Find(ReferenceRateKind kind, Semester semester) => _rates.GetValueOrDefault((kind, semester));

    /// <summary>
    /// These rates and those of a file in the notation of <c>Rates/*.json</c>. A rate that is known with another figure
    /// is a fault: a published rate does not change.
    /// </summary>
    public RatesReading With(string json)
    {
        var faults = new List<string>();
        var all = new Dictionary<(ReferenceRateKind, Semester), ReferenceRate>(_rates);
        foreach (var rate in RatesJson.Read(json, faults))
        {
            if (!all.TryAdd((rate.Kind, rate.Semester), rate) && all[(rate.Kind, rate.Semester)].Rate != rate.Rate)
                faults.Add($"The {rate.Kind.Name()} of {rate.Semester} is known with another figure.");
        }

        return faults.Count == 0 ? new RatesReading(new ReferenceRates(all.Values), []) : new RatesReading(null, [.. faults]);
    }

    private static ReferenceRates ReadBuiltIn()
    {
        const string folder = "Interest/Rates/";
        var assembly = typeof(ReferenceRates).Assembly;
        var rates = None;
        foreach (var name in assembly.GetManifestResourceNames().Where(name => name.StartsWith(folder, StringComparison.Ordinal)))
        {
            using var stream = assembly.GetManifestResourceStream(name)
                ?? throw new InvalidOperationException($"The resource {name} cannot be opened.");
            using var reader = new StreamReader(stream, Encoding.UTF8);
            var reading = rates.With(reader.ReadToEnd());
            rates = reading.Rates ?? throw new InvalidOperationException($"{name}: {string.Join(' ', reading.Faults)}");
        }

        return rates;
    }
}
