using System.Collections.Immutable;

namespace Reconciliation.Domain.Ledger;

/// <summary>What became of a command: events, or a named refusal.</summary>
public abstract record Outcome
{
    /// <summary>Nothing to do: what the command asks for is already so. Repeating a step ends here.</summary>
    public static Outcome AlreadySo { get; } = new Accepted([]);

    /// <summary>The command is allowed and leads to these events.</summary>
    public static Outcome Accept(params ImmutableArray<AccountEvent> events) => new Accepted(events);

    /// <summary>The command is not allowed.</summary>
    public static Outcome Refuse(string code, string message) => new Refused(new Refusal(code, message));

    /// <summary>Hands this outcome to its case.</summary>
    public abstract T Match<T>(Func<ImmutableArray<AccountEvent>, T> accepted, Func<Refusal, T> refused);

    private sealed record Accepted(ImmutableArray<AccountEvent> Events) : Outcome
    {
        public override T Match<T>(Func<ImmutableArray<AccountEvent>, T> accepted, Func<Refusal, T> refused) => accepted(Events);
    }

    private sealed record Refused(Refusal Refusal) : Outcome
    {
        public override T Match<T>(Func<ImmutableArray<AccountEvent>, T> accepted, Func<Refusal, T> refused) => refused(Refusal);
    }
}
