using System.Collections.Immutable;

namespace Reconciliation.Pipeline.Ports;

/// <summary>Which part of a list is asked for.</summary>
/// <param name="Size">How many at most, 1 to 1,000.</param>
/// <param name="Continuation">Where the last page ended; null for the first.</param>
public sealed record PageRequest(int Size = 100, string? Continuation = null);

/// <summary>A part of a list.</summary>
/// <typeparam name="T">What it lists.</typeparam>
/// <param name="Items">The part.</param>
/// <param name="Continuation">What asks for the next; null at the end. A page may be empty and still have a next.</param>
public sealed record Page<T>(ImmutableArray<T> Items, string? Continuation);
