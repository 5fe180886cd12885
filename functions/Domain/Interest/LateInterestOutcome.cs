namespace Reconciliation.Domain.Interest;

/// <summary>What a question for late interest came to: figures, or a named refusal.</summary>
public abstract record LateInterestOutcome
{
    /// <summary>The figures.</summary>
    internal static LateInterestOutcome Of(LateInterest interest) => new Stated(interest);

    /// <summary>No figures, and why.</summary>
    internal static LateInterestOutcome Of(InterestRefusal refusal) => new Refused(refusal);

    /// <summary>Hands this outcome to its case.</summary>
    public abstract T Match<T>(Func<LateInterest, T> stated, Func<InterestRefusal, T> refused);

    private sealed record Stated(LateInterest Interest) : LateInterestOutcome
    {
        public override T Match<T>(Func<LateInterest, T> stated, Func<InterestRefusal, T> refused) => stated(Interest);
    }

    private sealed record Refused(InterestRefusal Refusal) : LateInterestOutcome
    {
        public override T Match<T>(Func<LateInterest, T> stated, Func<InterestRefusal, T> refused) => refused(Refusal);
    }
}
