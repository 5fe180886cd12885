namespace Reconciliation.Pipeline.Operations;

/// <summary>Asks one thing that the host cannot do without whether it answers. A host has as many as there are such things.</summary>
public interface IReadinessProbe
{
    /// <summary>What is asked, in a word or two: <c>tables</c>, <c>messages</c>.</summary>
    string Name { get; }

    /// <summary>Asks; throws where there is no answer, or not the right one. It changes nothing and may be asked often.</summary>
    Task ProbeAsync(CancellationToken cancellation);
}
