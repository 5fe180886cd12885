using Microsoft.DurableTask;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Reconciliation.Host.Azure.Tests.Orchestrations;

/// <summary>
/// A context that replays a history and writes down what the orchestrator asks for. Written by hand after the framework's
/// documented behaviour: several waiters for one event are served newest first, events that nobody waits for are kept.
/// </summary>
internal sealed class ReplayingContext(string instanceId, string version, IReadOnlyList<HistoryEvent> history, int replayed) : TaskOrchestrationContext
{
    private readonly Dictionary<int, TaskCompletionSource<string?>> _pending = [];
    private readonly List<Waiter> _waiters = [];
    private int _nextId;
    private int _delivered;
    private bool _isReplaying;
    private DateTime _now;

    public List<string> Actions { get; } = [];

    public Dictionary<int, ActivityCall> Activities { get; } = [];

    public Dictionary<int, DateTime> Timers { get; } = [];

    /// <summary>Events that came and were not asked for.</summary>
    public List<EventRaised> Unprocessed { get; } = [];

    public object? CustomStatus { get; private set; }

    public ContinueAsNewOptions? ContinuedAs { get; private set; }

    public bool IsDone { get; private set; }

    public Exception? Failure { get; private set; }

    /// <summary>Timers, activities and waiters that were alive when it ended.</summary>
    public int LeftBehind { get; private set; }

    public int SeenReplaying { get; private set; }

    public int SeenFresh { get; private set; }

    public override TaskName Name => "test";

    public override string InstanceId => instanceId;

    public override string Version => version;

    public override ParentOrchestrationInstance? Parent => null;

    public override DateTime CurrentUtcDateTime => _now;

    public override bool IsReplaying => _isReplaying;

    protected override ILoggerFactory LoggerFactory => NullLoggerFactory.Instance;

    /// <summary>Runs the orchestrator through the whole history, on this thread.</summary>
    public ReplayingContext Run<TInput>(Func<TaskOrchestrationContext, TInput, Task> orchestrator, TInput input)
    {
        var outer = SynchronizationContext.Current;
        SynchronizationContext.SetSynchronizationContext(null);
        try
        {
            _isReplaying = replayed > 0;
            var running = orchestrator(this, input);
            for (var i = 0; i < history.Count && !running.IsCompleted; i++)
            {
                _isReplaying = i < replayed;
                _now = history[i].At;
                Deliver(history[i]);
            }

            IsDone = running.IsCompletedSuccessfully;
            Failure = running.Exception?.InnerException;
            LeftBehind = running.IsCompletedSuccessfully ? Timers.Count + Activities.Count + _waiters.Count : 0;
            Unprocessed.AddRange(running.IsCompleted ? Undelivered() : []);
            return this;
        }
        finally
        {
            SynchronizationContext.SetSynchronizationContext(outer);
        }
    }

    public override T? GetInput<T>()
        where T : default => throw new NotSupportedException("Orchestrators take their input as a parameter.");

    public override async Task<TResult> CallActivityAsync<TResult>(TaskName name, object? input = null, TaskOptions? options = null)
    {
        var policy = options?.Retry?.Policy;
        var pause = policy?.FirstRetryInterval ?? default;
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return Json.Read<TResult>(await CallAsync(name.Name, Json.Write(input)))!;
            }
            catch (TaskFailedException) when (policy is not null && attempt < policy.MaxNumberOfAttempts)
            {
                await CreateTimer(_now + pause, CancellationToken.None);
                pause = TimeSpan.FromTicks(Math.Min(policy.MaxRetryInterval.Ticks, (long)(pause.Ticks * policy.BackoffCoefficient)));
            }
        }
    }

    public override Task CreateTimer(DateTime fireAt, CancellationToken cancellationToken)
    {
        Assert.Equal(DateTimeKind.Utc, fireAt.Kind);
        var id = Act($"timer {fireAt:O}");
        var fired = _pending[id] = new TaskCompletionSource<string?>();
        Timers[id] = fireAt;
        cancellationToken.Register(() =>
        {
            if (Timers.Remove(id))
                fired.TrySetCanceled(cancellationToken);
        });
        return fired.Task;
    }

    public override Task<T> WaitForExternalEvent<T>(string eventName, CancellationToken cancellationToken = default)
    {
        See();
        var kept = Unprocessed.Find(raised => IsNamed(raised.Name, eventName));
        if (kept is not null)
        {
            Unprocessed.Remove(kept);
            return Task.FromResult(Json.Read<T>(kept.Payload)!);
        }

        var told = new TaskCompletionSource<T>();
        var waiter = new Waiter(eventName, payload => told.TrySetResult(Json.Read<T>(payload)!));
        _waiters.Add(waiter);
        cancellationToken.Register(() =>
        {
            if (_waiters.Remove(waiter))
                told.TrySetCanceled(cancellationToken);
        });
        return told.Task;
    }

    public override void SendEvent(string instanceId, string eventName, object payload) => Act($"send {eventName} to {instanceId}");

    public override void SetCustomStatus(object? customStatus)
    {
        See();
        // Stored as JSON, so that a change of it afterwards is not seen.
        CustomStatus = customStatus is null ? null : System.Text.Json.JsonSerializer.Deserialize(Json.Write(customStatus)!, customStatus.GetType());
    }

    public override Task<TResult> CallSubOrchestratorAsync<TResult>(TaskName orchestratorName, object? input = null, TaskOptions? options = null) =>
        throw new NotSupportedException("No orchestrator of this app calls another.");

    public override void ContinueAsNew(object? newInput = null, bool preserveUnprocessedEvents = true) =>
        ContinueAsNew(new ContinueAsNewOptions { NewInput = newInput, PreserveUnprocessedEvents = preserveUnprocessedEvents });

    public override void ContinueAsNew(ContinueAsNewOptions options)
    {
        Act("continue as new");
        ContinuedAs = options;
    }

    public override Guid NewGuid() => throw new NotSupportedException("No orchestrator of this app makes identifiers.");

    private static bool IsNamed(string name, string other) => string.Equals(name, other, StringComparison.OrdinalIgnoreCase);

    private Task<string?> CallAsync(string name, string? input)
    {
        var id = Act($"activity {name} {input}");
        Activities[id] = new ActivityCall(name, input);
        return (_pending[id] = new TaskCompletionSource<string?>()).Task;
    }

    private int Act(string what)
    {
        See();
        Actions.Add(what);
        return _nextId++;
    }

    private void See()
    {
        if (_isReplaying)
            SeenReplaying++;
        else
            SeenFresh++;
    }

    private void Deliver(HistoryEvent happened)
    {
        _delivered++;
        switch (happened)
        {
            case ActivityCompleted completed:
                Activities.Remove(completed.Id);
                _pending[completed.Id].TrySetResult(completed.Result);
                break;
            case ActivityFailed failed:
                var call = Activities[failed.Id];
                Activities.Remove(failed.Id);
                _pending[failed.Id].TrySetException(new TaskFailedException(call.Name, failed.Id, failed.Failure));
                break;
            case TimerFired fired:
                // A timer that was cancelled may still go off: nobody waits for it any more.
                if (Timers.Remove(fired.Id))
                    _pending[fired.Id].TrySetResult(null);
                break;
            case EventRaised raised:
                Tell(raised);
                break;
        }
    }

    private void Tell(EventRaised raised)
    {
        var waiter = _waiters.FindLast(waiting => IsNamed(waiting.Name, raised.Name));
        if (waiter is null)
        {
            Unprocessed.Add(raised);
            return;
        }

        _waiters.Remove(waiter);
        waiter.Tell(raised.Payload);
    }

    private IEnumerable<EventRaised> Undelivered() => history.Skip(_delivered).OfType<EventRaised>();

    private sealed record Waiter(string Name, Action<string?> Tell);
}
