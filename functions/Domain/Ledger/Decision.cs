namespace Reconciliation.Domain.Ledger;

/// <summary>What kind of authority decided something.</summary>
public enum DeciderKind
{
    /// <summary>A rule of this system, named with its version.</summary>
    Rule,

    /// <summary>A person.</summary>
    User,

    /// <summary>A file or system of the creditor that states a fact.</summary>
    Source,
}

/// <summary>Who decided, so that each event can be explained years later.</summary>
/// <param name="Kind">What kind of authority.</param>
/// <param name="Name">The rule, the user's name, or the source.</param>
/// <param name="Version">The rule's version; null for people and sources.</param>
public sealed record Decider(DeciderKind Kind, string Name, string? Version = null)
{
    /// <summary>A rule in a version.</summary>
    public static Decider Rule(string name, string version) => new(DeciderKind.Rule, name, version);

    /// <summary>A person.</summary>
    public static Decider User(string name) => new(DeciderKind.User, name);

    /// <summary>A file or system of the creditor.</summary>
    public static Decider Source(string name) => new(DeciderKind.Source, name);
}

/// <summary>Who decided, when, and why: part of every command and of every event that follows from it.</summary>
/// <param name="At">The instant of the decision.</param>
/// <param name="By">Who decided.</param>
/// <param name="Because">The reason or the evidence in words; null where the decider says it all.</param>
public sealed record Decision(DateTimeOffset At, Decider By, string? Because = null);
