using System.Collections.Immutable;

namespace Reconciliation.Domain.Recovery;

/// <summary>What reading a policy came to.</summary>
/// <param name="Policy">The policy; null where it has a fault.</param>
/// <param name="Faults">Every fault in the order of reading; empty where there is a policy.</param>
public sealed record PolicyReading(RecoveryPolicy? Policy, ImmutableArray<PolicyFault> Faults);

/// <summary>A rule that the JSON of a policy can break, with a stable code.</summary>
/// <param name="Code">The stable name, words with hyphens.</param>
/// <param name="Rule">What must hold, one sentence.</param>
/// <param name="Remedy">What the person who writes the policy can do, one sentence.</param>
public sealed record PolicyRule(string Code, string Rule, string Remedy)
{
    /// <summary>A fault against this rule.</summary>
    /// <param name="path">Its place, a JSON path such as <c>$.stages[0].id</c>.</param>
    /// <param name="message">What was found, with the values seen.</param>
    public PolicyFault At(string path, string message) => new(this, path, message);
}

/// <summary>Something wrong in a policy: which rule, where, what.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Path">Its place, a JSON path such as <c>$.stages[0].id</c>.</param>
/// <param name="Message">What was found, in a sentence.</param>
public sealed record PolicyFault(PolicyRule Rule, string Path, string Message)
{
    /// <summary>The rule's stable code.</summary>
    public string Code => Rule.Code;

    /// <summary>What can be done.</summary>
    public string Remedy => Rule.Remedy;

    /// <summary>For logs and messages: place, code and finding.</summary>
    public override string ToString() => $"{Path}: {Code}: {Message} {Remedy}";
}
