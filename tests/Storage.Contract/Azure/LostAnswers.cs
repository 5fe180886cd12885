using System.Collections.Concurrent;
using Azure.Core;
using Azure.Core.Pipeline;

namespace Reconciliation.Storage.Contract.Azure;

/// <summary>Has the service do what it is asked, and loses the first answer to every write: the client asks again.</summary>
public sealed class LostAnswers : HttpPipelinePolicy
{
    private readonly ConcurrentDictionary<string, bool> _lost = new();

    public bool IsOn { get; set; }

    public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        ProcessNext(message, pipeline);
        Lose(message);
    }

    public override async ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        await ProcessNextAsync(message, pipeline);
        Lose(message);
    }

    private void Lose(HttpMessage message)
    {
        if (IsOn && message.Request.Method != RequestMethod.Get && _lost.TryAdd(message.Request.ClientRequestId, true))
            throw new IOException("The answer was lost.");
    }
}
