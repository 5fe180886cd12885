namespace Reconciliation.Domain.Matching.Rules;

/// <summary>When a rule is asked.</summary>
public enum RuleTiming
{
    /// <summary>Ahead of the matcher.</summary>
    Before,

    /// <summary>For what the matcher leaves to people or finds nothing for.</summary>
    After,

    /// <summary>The matcher is not asked for what meets the condition.</summary>
    Instead,
}

/// <summary>
/// What a team writes of some bank entries: which ones, and what becomes of them. Of several rules that an entry meets at
/// the same time the one with the lowest <see cref="Priority"/> acts, of equals the one whose <see cref="Id"/> comes first.
/// </summary>
public sealed record MatchRule
{
    internal MatchRule(RuleCondition condition, RuleEffect effect)
    {
        Condition = condition;
        Effect = effect;
    }

    /// <summary>The rule's key, unique in its book.</summary>
    public required string Id { get; init; }

    /// <summary>What people call it.</summary>
    public required string Name { get; init; }

    /// <summary>Twelve hexadecimal digits of a hash of everything that the rule says: decisions name the rule as it was.</summary>
    public required string Version { get; init; }

    /// <summary>The creditor for whom it is; null for every creditor.</summary>
    public string? Creditor { get; init; }

    /// <summary>Its place among rules; lower comes first.</summary>
    public int Priority { get; init; }

    /// <summary>When it is asked.</summary>
    public required RuleTiming When { get; init; }

    /// <summary>True where its effect comes about by itself, false where a person is to agree.</summary>
    public bool Decides { get; init; }

    /// <summary>Which entries it is about.</summary>
    internal RuleCondition Condition { get; }

    /// <summary>What becomes of them.</summary>
    internal RuleEffect Effect { get; }

    /// <summary>A fact about what the rule does: its name, identifier and version, then further values.</summary>
    internal Evidence Says(EvidenceKind kind, params ReadOnlySpan<string> values) => new(kind, [Name, Id, Version, .. values]);
}
