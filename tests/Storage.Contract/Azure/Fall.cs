using Azure.Core;
using Azure.Core.Pipeline;

namespace Reconciliation.Storage.Contract.Azure;

/// <summary>Lets so many requests through, and none after them: as the end of a process between two of them.</summary>
public sealed class Fall : HttpPipelinePolicy
{
    private int _left = int.MaxValue;

    /// <summary>Ends everything after so many more requests.</summary>
    public void After(int requests) => _left = requests;

    /// <summary>The next process begins.</summary>
    public void IsOver() => _left = int.MaxValue;

    public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        Count();
        ProcessNext(message, pipeline);
    }

    public override ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        Count();
        return ProcessNextAsync(message, pipeline);
    }

    private void Count()
    {
        if (Interlocked.Decrement(ref _left) < 0)
            throw new ProcessEndedException();
    }
}

/// <summary>The process has ended here.</summary>
public sealed class ProcessEndedException : Exception;
