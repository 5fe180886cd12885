using System.Collections.Immutable;

namespace Reconciliation.Benchmarks.Matching.Data;

/// <summary>What a payment gives to a part of a receivable.</summary>
/// <param name="Receivable">The receivable's number.</param>
/// <param name="Instalment">The term; null for a receivable without terms.</param>
/// <param name="MinorUnits">Positive on an invoice, negative on a credit note and where a payment comes back.</param>
internal readonly record struct Part(string Receivable, int? Instalment, long MinorUnits);

/// <summary>What a payment is for: all its parts, or nothing.</summary>
internal sealed class Truth
{
    private readonly HashSet<Part> _parts;
    private readonly HashSet<(string, int?)> _places;
    private readonly HashSet<string> _receivables;

    public Truth(IEnumerable<Part> parts)
    {
        Parts = [.. parts];
        _parts = [.. Parts];
        _places = [.. Parts.Select(p => (p.Receivable, p.Instalment))];
        _receivables = [.. Parts.Select(p => p.Receivable)];
    }

    /// <summary>The payment settles no receivable.</summary>
    public static Truth Nothing { get; } = new([]);

    public ImmutableArray<Part> Parts { get; }

    public bool IsNothing => Parts.IsEmpty;

    /// <summary>Receivable, term and minor units are right.</summary>
    public bool Has(Part part) => _parts.Contains(part);

    /// <summary>Receivable and term are right, whatever the minor units.</summary>
    public bool HasPlace(Part part) => _places.Contains((part.Receivable, part.Instalment));

    /// <summary>Nothing is missing, nothing too much, to the minor unit.</summary>
    public bool Is(ImmutableArray<Part> parts) => _parts.SetEquals(parts);

    /// <summary>The receivables are the right ones.</summary>
    public bool IsOf(ImmutableArray<Part> parts) => _receivables.SetEquals(parts.Select(p => p.Receivable));

    /// <summary>What of an allocation does not belong there, in minor units.</summary>
    public long Wrong(Part part)
    {
        var right = Parts.Where(p => p.Receivable == part.Receivable && p.Instalment == part.Instalment).Sum(p => p.MinorUnits);
        return Math.Sign(right) == Math.Sign(part.MinorUnits)
            ? Math.Max(0, Math.Abs(part.MinorUnits) - Math.Abs(right))
            : Math.Abs(part.MinorUnits);
    }
}
