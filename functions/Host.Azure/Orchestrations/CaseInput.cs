namespace Reconciliation.Host.Azure.Orchestrations;

// Inputs, results and statuses of orchestrations are stored with each instance and read by later releases: members may be
// added, with a default, and are never renamed, retyped or removed. tests/Fixtures/Orchestrations holds what was written.

/// <summary>What a case is about.</summary>
/// <param name="Account">The account's key as a text.</param>
public sealed record CaseInput(string Account);

/// <summary>What a look at an account came to.</summary>
/// <param name="IsDue">A step is due now.</param>
/// <param name="LookAgainAt">When to look again if nothing changes; null where only a change can bring something.</param>
/// <param name="Stage">The stage that is planned; null for none.</param>
/// <param name="HeldBy">Codes of what holds it back.</param>
public sealed record CaseLook(bool IsDue, DateTimeOffset? LookAgainAt, string? Stage, IReadOnlyList<string> HeldBy);

/// <summary>What a case waits for, for whoever looks at it. No debtor is named in it.</summary>
/// <param name="WaitsFor"><c>look</c> while it is being looked at, <c>day</c> until an instant, <c>change</c> for a change alone.</param>
/// <param name="Until">When it looks again by itself; null where only a change wakes it.</param>
/// <param name="Stage">The stage that is planned; null for none.</param>
/// <param name="HeldBy">Codes of what holds it back.</param>
public sealed record CaseStatus(string WaitsFor, DateTimeOffset? Until, string? Stage, IReadOnlyList<string> HeldBy)
{
    /// <summary>The status after a look.</summary>
    public static CaseStatus Of(CaseLook look) => new(look.LookAgainAt is null ? "change" : "day", look.LookAgainAt, look.Stage, look.HeldBy);
}
