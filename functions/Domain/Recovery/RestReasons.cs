using System.Collections.Immutable;

namespace Reconciliation.Domain.Recovery;

/// <summary>Why an account rests, where no contact rule is the reason.</summary>
public static class RestReasons
{
    /// <summary>The debtor's data are not known.</summary>
    public static Hold DebtorUnknown { get; } = new("debtor-unknown",
        "Les coordonnées du débiteur ne sont pas connues.", "The debtor's data are not known.");

    /// <summary>Every stage was reached; what follows is a person's decision.</summary>
    public static Hold StagesReached { get; } = new("stages-reached",
        "Toutes les étapes du scénario sont atteintes : la suite appartient à une personne.",
        "Every stage of the policy was reached: what follows is a person's decision.");

    /// <summary>All of them.</summary>
    public static ImmutableArray<Hold> All { get; } = [DebtorUnknown, StagesReached];
}
