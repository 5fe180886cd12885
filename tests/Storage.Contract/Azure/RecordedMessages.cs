using System.Collections.Concurrent;
using Reconciliation.Pipeline.Messages;
using Reconciliation.Pipeline.Ports;

namespace Reconciliation.Storage.Contract.Azure;

/// <summary>Keeps what was sent until it is taken; fails while it is told to.</summary>
public sealed class RecordedMessages : IMessages
{
    private readonly ConcurrentQueue<PipelineMessage> _sent = new();

    public bool IsDown { get; set; }

    public Task SendAsync(PipelineMessage message, CancellationToken cancellation, DateTimeOffset? notBefore = null)
    {
        if (IsDown)
            throw new TimeoutException("The queue is down.");
        _sent.Enqueue(message);
        return Task.CompletedTask;
    }

    public IReadOnlyList<PipelineMessage> TakeAll()
    {
        var taken = new List<PipelineMessage>();
        while (_sent.TryDequeue(out var message))
            taken.Add(message);
        return taken;
    }
}
