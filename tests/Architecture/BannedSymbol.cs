using System.Collections.Immutable;
using Reconciliation.Architecture.Metadata;

namespace Reconciliation.Architecture;

/// <summary>A line of functions/Domain/BannedSymbols.txt, the list that the analyzer holds the source against.</summary>
/// <param name="Id">The documentation identifier: a namespace <c>N:</c>, a type <c>T:</c>, a property <c>P:</c> or a method <c>M:</c>.</param>
/// <param name="Reason">What to do instead.</param>
internal sealed record BannedSymbol(string Id, string Reason)
{
    public static ImmutableArray<BannedSymbol> All { get; } =
    [
        .. Repository.Lines("functions/Domain/BannedSymbols.txt").Select(line => line.Split(';', 2))
            .Select(parts => new BannedSymbol(parts[0], parts[^1])),
    ];

    private string Name => Id[2..];

    /// <summary>Whether a use is of this symbol. A method that is banned without parameters is banned with any.</summary>
    public bool Bans(Use use) => Id[0] switch
    {
        'N' => use.Namespace == Name || use.Namespace.StartsWith(Name + ".", StringComparison.Ordinal),
        'T' => use.Type == Name,
        'P' => $"{use.Type}.{use.Member}" == Name,
        'M' when Name.Contains('(', StringComparison.Ordinal) => $"{use.Type}.{use.Member}" == Name,
        'M' => $"{use.Type}.{use.Member?.Split('(')[0]}" == Name,
        _ => throw new InvalidOperationException($"What kind of symbol is {Id}?"),
    };
}
