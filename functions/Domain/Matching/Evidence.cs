using System.Collections.Immutable;

namespace Reconciliation.Domain.Matching;

/// <summary>A fact for or against an explanation.</summary>
/// <param name="Kind">What kind of fact.</param>
/// <param name="Values">The values seen, in the order in which the sentence of the kind names them.</param>
public sealed record Evidence(EvidenceKind Kind, ImmutableArray<string> Values)
{
    /// <summary>A fact with its values.</summary>
    public static Evidence Of(EvidenceKind kind, params ReadOnlySpan<string> values) => new(kind, [.. values]);

    /// <inheritdoc/>
    public bool Equals(Evidence? other) => other is not null && Kind == other.Kind && Values.SequenceEqual(other.Values);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Kind, Values.Length);
}
