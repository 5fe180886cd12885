using System.Collections.Immutable;
using Reconciliation.Domain;

namespace Reconciliation.Benchmarks.DemoMonth.Claims;

/// <summary>What a payment really was for; the generator knows, the matcher has to find out.</summary>
/// <param name="Difficulty">What makes it hard.</param>
/// <param name="Allocations">What it settles; none for money that settles nothing listed.</param>
/// <param name="Why">The reason in words.</param>
internal sealed record Truth(Difficulty Difficulty, ImmutableArray<TrueAllocation> Allocations, string Why)
{
    /// <summary>False where the statement does not tell enough: whoever decides by itself, guesses.</summary>
    public bool IsDecidable { get; init; } = true;

    /// <summary>Other documents that are exactly as right as those of the allocations.</summary>
    public ImmutableArray<Claim> Alternatives { get; init; } = [];

    public static Truth None(Difficulty difficulty, string why) => new(difficulty, [], why);

    /// <summary>A claim settled as far as the money goes.</summary>
    public static Truth Of(Difficulty difficulty, Claim claim, Money paid, string why) =>
        new(difficulty, [new TrueAllocation(claim, null, paid)], why);
}

/// <summary>A part of a payment.</summary>
/// <param name="Claim">The document.</param>
/// <param name="Instalment">The term of its plan; null for none.</param>
/// <param name="Amount">What settles it; negative for a credit note used up and for money that went back.</param>
internal readonly record struct TrueAllocation(Claim Claim, int? Instalment, Money Amount)
{
    /// <summary>The early-payment discount earned with it.</summary>
    public Money Discount { get; init; } = Money.Zero(Currency.Eur);
}
