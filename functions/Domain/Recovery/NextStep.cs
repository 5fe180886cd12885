using System.Collections.Immutable;

namespace Reconciliation.Domain.Recovery;

/// <summary>What recovery does next with an account.</summary>
public abstract record NextStep
{
    /// <summary>Hands this step to its case.</summary>
    public abstract T Match<T>(Func<StepDue, T> due, Func<StepLater, T> later, Func<NothingToDo, T> nothing);
}

/// <summary>A step is to be taken now; its parts are those of the command that takes it.</summary>
/// <param name="Step">Its identifier, derived from account, stage and parts: planning it again gives the same.</param>
/// <param name="Stage">The stage's name in the policy.</param>
/// <param name="Items">Everything of the debtor that is due for the stage, oldest due date first.</param>
/// <param name="Contact">The contact that it calls for; allowed from now.</param>
public sealed record StepDue(string Step, string Stage, ImmutableArray<DunnedItem> Items, PlannedContact Contact) : NextStep
{
    /// <inheritdoc/>
    public override T Match<T>(Func<StepDue, T> due, Func<StepLater, T> later, Func<NothingToDo, T> nothing) => due(this);
}

/// <summary>A step will be due; what happens to the account before may change it.</summary>
/// <param name="At">When to ask again, always after now; in now's offset from UTC, and asked again where the clocks change in between.</param>
/// <param name="Stage">The stage's name in the policy.</param>
/// <param name="Items">What it would be about as of now, oldest due date first.</param>
/// <param name="HeldBy">What holds it back beyond its day; empty where its day has simply not come.</param>
public sealed record StepLater(DateTimeOffset At, string Stage, ImmutableArray<DunnedItem> Items, ImmutableArray<Hold> HeldBy) : NextStep
{
    /// <inheritdoc/>
    public override T Match<T>(Func<StepDue, T> due, Func<StepLater, T> later, Func<NothingToDo, T> nothing) => later(this);
}

/// <summary>Nothing will be due until the account, the debtor's data or the policy changes.</summary>
/// <param name="Reason">Why.</param>
public sealed record NothingToDo(Hold Reason) : NextStep
{
    /// <inheritdoc/>
    public override T Match<T>(Func<StepDue, T> due, Func<StepLater, T> later, Func<NothingToDo, T> nothing) => nothing(this);
}
