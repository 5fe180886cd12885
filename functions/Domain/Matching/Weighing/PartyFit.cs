using System.Collections.Immutable;

namespace Reconciliation.Domain.Matching.Weighing;

/// <summary>What speaks for and against the payer being the debtor of an account.</summary>
/// <param name="Facts">The facts with their weights, strongest first.</param>
/// <param name="Points">What they weigh together.</param>
/// <param name="IsKnown">The payer is the debtor, or known to pay for it.</param>
/// <param name="IsContradicted">Account or name are those of another debtor.</param>
internal sealed record PartyFit(ImmutableArray<Fact> Facts, int Points, bool IsKnown, bool IsContradicted)
{
    /// <summary>The fit of some facts. Facts for the same payer repeat each other, so the strongest counts in full and the next by a third.</summary>
    public static PartyFit Of(IReadOnlyCollection<Fact> facts)
    {
        var ranked = facts.OrderByDescending(fact => fact.Points).ThenBy(fact => fact.Evidence.Kind).ToImmutableArray();
        var pro = ranked.Where(fact => fact.Points > 0).Select(fact => fact.Points).ToList();
        var contra = ranked.Where(fact => fact.Points < 0).Select(fact => fact.Points).ToList();
        var points = pro.FirstOrDefault() + (pro.Skip(1).FirstOrDefault() / 3) + contra.Sum();
        var isKnown = pro.FirstOrDefault() >= Weights.KnownParty;
        return new PartyFit(ranked, points, isKnown, contra.Any(against => against <= Weights.NameOfAnother));
    }
}

/// <summary>A fact with its weight.</summary>
/// <param name="Evidence">The fact.</param>
/// <param name="Points">Its weight in decibans, negative where it speaks against.</param>
internal readonly record struct Fact(Evidence Evidence, int Points);
