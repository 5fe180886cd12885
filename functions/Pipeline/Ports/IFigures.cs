namespace Reconciliation.Pipeline.Ports;

/// <summary>The figures of each day, as documents.</summary>
public interface IFigures
{
    /// <summary>Keeps a day's document; one kept before under that day is replaced, whole.</summary>
    Task PutAsync(DateOnly day, string json, CancellationToken cancellation);

    /// <summary>The document of the latest day; null where none is kept.</summary>
    Task<KeptFigures?> LatestAsync(CancellationToken cancellation);
}

/// <summary>A document of figures.</summary>
/// <param name="Day">Its day.</param>
/// <param name="Json">The document.</param>
public sealed record KeptFigures(DateOnly Day, string Json);
