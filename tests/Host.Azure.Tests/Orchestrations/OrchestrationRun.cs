using Microsoft.DurableTask;

namespace Reconciliation.Host.Azure.Tests.Orchestrations;

/// <summary>
/// Runs an orchestrator as the framework does: each time something happens, a new context replays the whole history from
/// the beginning, then what is new. Actions must come in the same order each time. Time moves only where the test moves it.
/// </summary>
internal sealed class OrchestrationRun<TInput>(Func<TaskOrchestrationContext, TInput, Task> orchestrator, TInput input, DateTimeOffset start)
    where TInput : class
{
    public const string InstanceId = "an-instance";

    private readonly Dictionary<string, Func<string?, object?>> _activities = [];
    private readonly List<HistoryEvent> _history = [];
    private readonly List<HistoryEvent> _heldBack = [];
    private List<string> _actions = [];
    private TInput _input = input;
    private int _unprocessed;
    private ReplayingContext _context = null!;

    public DateTime Now { get; private set; } = start.UtcDateTime;

    public RunStatus Status { get; private set; }

    public Exception? Failure { get; private set; }

    /// <summary>How often it continued as new.</summary>
    public int Generation { get; private set; }

    public string Version { get; init; } = "1.0";

    /// <summary>The version that the last generation was asked to have.</summary>
    public string? NewVersion { get; private set; }

    public bool IsSuspended { get; private set; }

    /// <summary>Every action of every generation, in order.</summary>
    public List<string> Log { get; } = [];

    public object? CustomStatus { get; private set; }

    /// <summary>How often each activity was called, attempts included.</summary>
    public Dictionary<string, int> Calls { get; } = [];

    /// <summary>How often an orchestrator saw that it was replaying, and that it was not.</summary>
    public (int Replaying, int Fresh) Seen { get; private set; }

    /// <summary>When the pending timers go off, earliest first.</summary>
    public IReadOnlyList<DateTime> Timers => [.. _context.Timers.Values.Order()];

    /// <summary>The history of this generation.</summary>
    public IReadOnlyList<HistoryEvent> History => _history;

    /// <summary>How many events the orchestrator was told and did not ask for.</summary>
    public int Unprocessed => _context.Unprocessed.Count;

    /// <summary>What an activity answers to its input, as JSON; an exception fails the attempt.</summary>
    public OrchestrationRun<TInput> On(string activity, Func<string?, object?> answer)
    {
        _activities[activity] = answer;
        return this;
    }

    /// <summary>Starts it, and has its activities answered until it sleeps.</summary>
    public OrchestrationRun<TInput> Start()
    {
        Replay();
        Work();
        return this;
    }

    /// <summary>Tells it something.</summary>
    public void Raise(string name, object? payload)
    {
        Happen(new EventRaised(Now, name, Json.Write(payload)));
        Work();
    }

    /// <summary>Tells it something while its activities are still at work.</summary>
    public void RaiseBeforeAnswers(string name, object? payload) => Happen(new EventRaised(Now, name, Json.Write(payload)));

    /// <summary>Lets time pass; timers go off at their instants.</summary>
    public void AdvanceTo(DateTimeOffset instant)
    {
        while (Status == RunStatus.Running && !IsSuspended && _context.Timers.Where(timer => timer.Value <= instant.UtcDateTime).ToList() is { Count: > 0 } due)
        {
            var (id, at) = due.MinBy(timer => timer.Value);
            Now = at > Now ? at : Now;
            Happen(new TimerFired(Now, id));
            Work();
        }

        Now = instant.UtcDateTime > Now ? instant.UtcDateTime : Now;
    }

    public void Suspend() => IsSuspended = true;

    /// <summary>Goes on with what came meanwhile.</summary>
    public void Resume()
    {
        IsSuspended = false;
        foreach (var held in _heldBack.ToList())
            Happen(held);
        _heldBack.Clear();
        Work();
    }

    /// <summary>Replays the history of this generation once more; the actions it gives.</summary>
    public IReadOnlyList<string> ReplayAgain() => NewContext(_history.Count).Run(orchestrator, _input).Actions;

    private void Work()
    {
        while (Status == RunStatus.Running && !IsSuspended && _context.Activities.Count > 0)
        {
            var (id, call) = _context.Activities.First();
            Happen(Answered(id, call));
        }
    }

    private HistoryEvent Answered(int id, ActivityCall call)
    {
        Calls[call.Name] = Calls.GetValueOrDefault(call.Name) + 1;
        try
        {
            return new ActivityCompleted(Now, id, Json.Write(_activities[call.Name](call.Input)));
        }
        catch (Exception failure)
        {
            return new ActivityFailed(Now, id, failure);
        }
    }

    private void Happen(HistoryEvent happened)
    {
        if (Status != RunStatus.Running)
            return;
        if (IsSuspended)
        {
            _heldBack.Add(happened);
            return;
        }

        _history.Add(happened);
        Replay();
    }

    private void Replay()
    {
        _context = NewContext(Math.Max(0, _history.Count - 1)).Run(orchestrator, _input);
        Compare(_context.Actions);
        LeftBehind += _context.LeftBehind;
        CustomStatus = _context.CustomStatus ?? CustomStatus;
        Seen = (Seen.Replaying + _context.SeenReplaying, Seen.Fresh + _context.SeenFresh);
        if (_context.Failure is { } failure)
            (Status, Failure) = (RunStatus.Failed, failure);
        else if (_context.ContinuedAs is { } again)
            ContinueAs(again);
        else if (_context.IsDone)
            Status = RunStatus.Completed;
    }

    private ReplayingContext NewContext(int replayed) => new(InstanceId, Version, _history, replayed);

    private void Compare(List<string> actions)
    {
        for (var i = 0; i < _actions.Count; i++)
        {
            if (i >= actions.Count || actions[i] != _actions[i])
                throw new InvalidOperationException(
                    $"Not the same twice: action {i} was '{_actions[i]}' and is now '{(i < actions.Count ? actions[i] : "nothing")}'.");
        }

        Log.AddRange(actions.Skip(_actions.Count));
        _actions = actions;
    }

    private void ContinueAs(ContinueAsNewOptions options)
    {
        Generation++;
        if (Generation > 10_000)
            throw new InvalidOperationException("It continues as new without end.");
        NewVersion = options.NewVersion;
        _input = Json.Read<TInput>(Json.Write(options.NewInput))!;
        List<HistoryEvent> kept = options.PreserveUnprocessedEvents ? [.. _context.Unprocessed] : [];
        _unprocessed += kept.Count;
        _history.Clear();
        _history.AddRange(kept);
        _actions = [];
        Replay();
    }

    /// <summary>Timers, activities and waiters that were alive when a generation ended.</summary>
    public int LeftBehind { get; private set; }

    /// <summary>How many events went over into a next generation.</summary>
    public int KeptEvents => _unprocessed;
}

internal enum RunStatus
{
    Running,
    Completed,
    Failed,
}
