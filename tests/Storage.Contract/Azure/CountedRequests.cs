using Azure.Core;
using Azure.Core.Pipeline;

namespace Reconciliation.Storage.Contract.Azure;

/// <summary>Counts requests, repeated ones too.</summary>
public sealed class CountedRequests : HttpPipelinePolicy
{
    private int _count;

    /// <summary>How many there were since the last time this was asked.</summary>
    public int Take() => Interlocked.Exchange(ref _count, 0);

    public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        Interlocked.Increment(ref _count);
        ProcessNext(message, pipeline);
    }

    public override ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        Interlocked.Increment(ref _count);
        return ProcessNextAsync(message, pipeline);
    }
}
