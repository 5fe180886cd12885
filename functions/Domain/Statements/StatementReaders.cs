using System.Collections.Immutable;

namespace Reconciliation.Domain.Statements;

/// <summary>The readers of every format that needs no settings, in the order in which they are tried.</summary>
public static class StatementReaders
{
    /// <summary>Readers of formats that describe themselves. CSV exports need profiles and come from the host.</summary>
    public static ImmutableArray<StatementReader> All { get; } = [];
}
