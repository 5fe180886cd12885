using Azure.Core;
using Azure.Core.Pipeline;

namespace Reconciliation.Benchmarks.OnAzurite;

/// <summary>How many calls of each kind there were.</summary>
internal readonly record struct CallCounts(long Transactions, long Queries, long PointReads, long SingleWrites, long Blobs, long Messages)
{
    /// <summary>All of them.</summary>
    public long Total => Transactions + Queries + PointReads + SingleWrites + Blobs + Messages;

    public static CallCounts operator +(CallCounts left, CallCounts right) => new(
        left.Transactions + right.Transactions, left.Queries + right.Queries, left.PointReads + right.PointReads,
        left.SingleWrites + right.SingleWrites, left.Blobs + right.Blobs, left.Messages + right.Messages);
}

/// <summary>Counts what goes to the storage account, repeated requests too, by what the service does for it.</summary>
internal sealed class StorageCalls : HttpPipelinePolicy
{
    private readonly long[] _counts = new long[Enum.GetValues<Kind>().Length];

    private enum Kind
    {
        Transaction,
        Query,
        PointRead,
        SingleWrite,
        Blob,
        Message,
    }

    /// <summary>Counts a message.</summary>
    public void CountMessage() => Count(Kind.Message);

    /// <summary>What was counted since the last time this was asked.</summary>
    public CallCounts Take() => new(
        Taken(Kind.Transaction), Taken(Kind.Query), Taken(Kind.PointRead), Taken(Kind.SingleWrite), Taken(Kind.Blob), Taken(Kind.Message));

    /// <inheritdoc/>
    public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        Count(KindOf(message.Request));
        ProcessNext(message, pipeline);
    }

    /// <inheritdoc/>
    public override ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        Count(KindOf(message.Request));
        return ProcessNextAsync(message, pipeline);
    }

    // Only requests to tables name the version of OData that they speak.
    private static Kind KindOf(Request request)
    {
        if (!request.Headers.Contains("DataServiceVersion"))
            return Kind.Blob;
        if (request.Uri.Path.EndsWith("$batch", StringComparison.Ordinal))
            return Kind.Transaction;
        if (request.Method != RequestMethod.Get)
            return Kind.SingleWrite;
        return request.Uri.Path.Contains("RowKey=", StringComparison.Ordinal) ? Kind.PointRead : Kind.Query;
    }

    private void Count(Kind kind) => Interlocked.Increment(ref _counts[(int)kind]);

    private long Taken(Kind kind) => Interlocked.Exchange(ref _counts[(int)kind], 0);
}
