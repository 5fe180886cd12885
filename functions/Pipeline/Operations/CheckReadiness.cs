using System.Collections.Immutable;
using Microsoft.Extensions.Logging;

namespace Reconciliation.Pipeline.Operations;

/// <summary>
/// Says whether everything that the host needs answers. What is asked often is answered from the last look for a few
/// seconds, so that asking costs nobody much. What failed is named by its kind; the whole of it stands in the log.
/// </summary>
public sealed partial class CheckReadiness(IEnumerable<IReadinessProbe> probes, TimeProvider time, ILogger<CheckReadiness> log) : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Freshness = TimeSpan.FromSeconds(5);

    private readonly SemaphoreSlim _looking = new(1, 1);
    private (Readiness Readiness, long Timestamp)? _last;

    /// <summary>Looks, or tells what the last look a moment ago came to.</summary>
    public async Task<Readiness> HandleAsync(CancellationToken cancellation)
    {
        await _looking.WaitAsync(cancellation);
        try
        {
            if (_last is { } last && time.GetElapsedTime(last.Timestamp) < Freshness)
                return last.Readiness;
            var readiness = new Readiness([.. await Task.WhenAll(probes.Select(probe => AskAsync(probe, cancellation)))]);
            _last = (readiness, time.GetTimestamp());
            return readiness;
        }
        finally
        {
            _looking.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _looking.Dispose();

    private async Task<PartReadiness> AskAsync(IReadinessProbe probe, CancellationToken cancellation)
    {
        try
        {
            using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
            patience.CancelAfter(Patience);
            await probe.ProbeAsync(patience.Token).WaitAsync(patience.Token);
            return new PartReadiness(probe.Name, true, null);
        }
        catch (Exception failure) when (!cancellation.IsCancellationRequested)
        {
            NotReady(probe.Name, failure);
            return new PartReadiness(probe.Name, false, failure is OperationCanceledException ? $"No answer within {Patience.TotalSeconds:0} seconds." : failure.GetType().Name);
        }
    }

    [LoggerMessage(2101, LogLevel.Warning, "{Part} does not answer as it should.")]
    private partial void NotReady(string part, Exception failure);
}

/// <summary>Whether everything that the host needs answers.</summary>
/// <param name="Parts">Each part.</param>
public sealed record Readiness(ImmutableArray<PartReadiness> Parts)
{
    /// <summary>True where every part is ready.</summary>
    public bool IsReady => Parts.All(part => part.IsReady);
}

/// <summary>Whether a part answers.</summary>
/// <param name="Name">The part.</param>
/// <param name="IsReady">True where it answers.</param>
/// <param name="Fault">What kind of failure it was, without values; null where it is ready.</param>
public sealed record PartReadiness(string Name, bool IsReady, string? Fault);
