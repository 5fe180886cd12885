using System.Collections.Immutable;

namespace Reconciliation.Domain.Recovery;

/// <summary>
/// The recovery policy (scénario de relance): which stages follow a due date, with which texts, and within which
/// bounds a debtor may be contacted. It is data: <see cref="Parse"/> reads it from JSON, and <c>POLICY.md</c> beside
/// this file says how one is written.
/// <para>Invariants of a policy that was parsed: stages in order of their offset and named once; no stage before the
/// due date is taken after it; no text with a forbidden word or an unknown placeholder; no window on a Sunday.</para>
/// </summary>
public sealed record RecoveryPolicy
{
    /// <summary>What ships: <c>Policies/standard.json</c>.</summary>
    public static RecoveryPolicy BuiltIn { get; } = ReadBuiltIn();

    /// <summary>Its name in decisions.</summary>
    public required string Name { get; init; }

    /// <summary>Its version in decisions; any change of the policy changes it.</summary>
    public required string Version { get; init; }

    /// <summary>The stages in the order in which a debt reaches them; at least one.</summary>
    public required ImmutableArray<RecoveryStage> Stages { get; init; }

    /// <summary>When and how often a debtor may be contacted.</summary>
    public required ContactSettings Contacts { get; init; }

    /// <summary>What must hold before a debt is dunned.</summary>
    public required DunningSettings Dunning { get; init; }

    /// <summary>Reads a policy from JSON: the policy, or every fault with its place and remedy.</summary>
    public static PolicyReading Parse(string json) => PolicyParser.Parse(json);

    /// <summary>The stage of a name; null where the policy has none such.</summary>
    public RecoveryStage? Stage(string id) => Stages.FirstOrDefault(stage => stage.Id == id);

    /// <summary>The place of a stage in the order, from 0; -1 for a stage of another policy.</summary>
    public int OrderOf(string id)
    {
        for (var order = 0; order < Stages.Length; order++)
        {
            if (Stages[order].Id == id)
                return order;
        }

        return -1;
    }

    private static RecoveryPolicy ReadBuiltIn()
    {
        const string name = "Recovery/Policies/standard.json";
        using var stream = typeof(RecoveryPolicy).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The assembly lacks its resource {name}.");
        using var reader = new StreamReader(stream);
        var reading = Parse(reader.ReadToEnd());
        return reading.Policy ?? throw new InvalidOperationException(
            $"The built-in policy has faults: {string.Join("; ", reading.Faults.Select(fault => fault.ToString()))}");
    }
}
