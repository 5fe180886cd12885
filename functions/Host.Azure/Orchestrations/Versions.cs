namespace Reconciliation.Host.Azure.Orchestrations;

/// <summary>
/// The version that orchestrations are started with; the same stands in <c>host.json</c> as <c>defaultVersion</c>.
/// <para>It goes up when the order of an orchestrator's actions changes. The orchestrator then asks
/// <c>context.CompareVersionTo</c> and keeps the old order for instances of the old version, until none is left. A case
/// comes to the newest version by itself, each time it continues as new.</para>
/// </summary>
internal static class Versions
{
    public const string Current = "1.0";
}
