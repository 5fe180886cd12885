using Reconciliation.Chaos.Faults;
using Reconciliation.Pipeline.Messages;
using Reconciliation.Pipeline.Ports;

namespace Reconciliation.Chaos.Messages;

/// <summary>
/// A queue as Service Bus is one: at least once, in no order that counts, a message whose handler failed comes again, and
/// one may come twice although its handler was done. Messages of a session, those of a file or of an account, are handled
/// one after the other, unless a lock is lost. It outlives the processes that use it.
/// </summary>
internal sealed class TestBus(Chance chance, Disturbance disturbance, TimeProvider clock)
{
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(10);

    private readonly Lock _lock = new();
    private readonly List<Delivery> _waiting = [];
    private readonly Dictionary<string, DateTimeOffset> _taken = new(StringComparer.Ordinal);
    private int _fresh;

    /// <summary>True while a message may be handed out.</summary>
    public bool HasDue
    {
        get
        {
            lock (_lock)
                return _waiting.Exists(d => d.DueAt <= clock.GetUtcNow());
        }
    }

    /// <summary>How many messages were handed out.</summary>
    public int Delivered { get; private set; }

    /// <summary>The queue as a process sees it.</summary>
    public IMessages For(FaultSource faults) => new Sender(this, faults);

    /// <summary>Hands out messages that are due, several at most; they come again unless they are completed.</summary>
    public IReadOnlyList<Delivery> Receive(int most)
    {
        lock (_lock)
        {
            var received = new List<Delivery>();
            while (received.Count < most && DueBeside(received) is { Count: > 0 } due)
            {
                var isOvertaking = chance.Draw("order") < disturbance.Rate * 4;
                var next = due[isOvertaking ? chance.Below(due.Count, "which") : 0];
                _waiting.Remove(next);
                received.Add(next);
            }

            Delivered += received.Count;
            return received;
        }
    }

    /// <summary>The handler is done with a message. The queue may not learn of it.</summary>
    public void Complete(Delivery delivery)
    {
        if (chance.Draw($"complete {delivery.Message.DeduplicationId}") < disturbance.Rate)
            Abandon(delivery);
    }

    /// <summary>A message comes again.</summary>
    public void Abandon(Delivery delivery)
    {
        lock (_lock)
            _waiting.Add(delivery with { Count = delivery.Count + 1 });
    }

    private List<Delivery> DueBeside(List<Delivery> received)
    {
        var isLockLost = chance.Draw("lock") < disturbance.Rate;
        var sessions = isLockLost ? [] : received.Select(d => SessionOf(d.Message)).OfType<string>().ToHashSet(StringComparer.Ordinal);
        return _waiting.FindAll(d => d.DueAt <= clock.GetUtcNow() && (SessionOf(d.Message) is not { } session || !sessions.Contains(session)));
    }

    private static string? SessionOf(PipelineMessage message) => message switch
    {
        StatementArrived arrived => $"file {arrived.Name}",
        AccountChanged changed => $"account {changed.Account}",
        AccountWoken woken => $"account {woken.Account}",
        ContactDue due => $"contacts {due.Account}",
        _ => null,
    };

    private void Take(PipelineMessage message, DateTimeOffset? notBefore)
    {
        lock (_lock)
        {
            var now = clock.GetUtcNow();
            var id = message is StatementArrived ? $"{++_fresh}" : $"{message.DeduplicationId}@{notBefore:O}";
            if (disturbance.QueueDeduplicates && _taken.TryGetValue(id, out var at) && now - at < Window)
                return;
            _taken[id] = now;
            _waiting.Add(new Delivery(message, notBefore ?? DateTimeOffset.MinValue, 0));
        }
    }

    private sealed class Sender(TestBus bus, FaultSource faults) : IMessages
    {
        public Task SendAsync(PipelineMessage message, CancellationToken cancellation, DateTimeOffset? notBefore = null)
        {
            switch (faults.Of($"send {message.DeduplicationId}"))
            {
                case Fault.None:
                    bus.Take(message, notBefore);
                    return Task.CompletedTask;
                case Fault.SentTwice:
                    bus.Take(message, notBefore);
                    bus.Take(message, notBefore);
                    return Task.CompletedTask;
                case Fault.NotSent or Fault.Throttled or Fault.DoneLate:
                    return Task.FromException(new TimeoutException("The queue did not take the message."));
                case Fault.AnswerLost:
                    bus.Take(message, notBefore);
                    return Task.FromException(new TimeoutException("The queue did not answer."));
                case Fault.FallsBefore:
                    return Task.FromException(faults.Fall());
                case Fault.FallsAfter:
                    bus.Take(message, notBefore);
                    return Task.FromException(faults.Fall());
                case var other:
                    throw new InvalidOperationException($"{other} is no fault of a queue.");
            }
        }
    }
}

/// <summary>A message on its way.</summary>
/// <param name="Message">What it says.</param>
/// <param name="DueAt">When it is handed out, at the earliest.</param>
/// <param name="Count">How often it was handed out before.</param>
internal sealed record Delivery(PipelineMessage Message, DateTimeOffset DueAt, int Count);
