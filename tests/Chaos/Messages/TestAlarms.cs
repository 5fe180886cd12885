using System.Collections.Concurrent;
using Reconciliation.Chaos.Faults;
using Reconciliation.Domain.Ledger;
using Reconciliation.Pipeline.Ports;

namespace Reconciliation.Chaos.Messages;

/// <summary>Alarms that outlive the processes that set them, as those of an orchestration do.</summary>
internal sealed class TestAlarms
{
    private readonly ConcurrentDictionary<AccountId, DateTimeOffset> _alarms = new();

    /// <summary>The alarms as a process sees them.</summary>
    public IWakeUps For(FaultSource faults) => new Setter(this, faults);

    /// <summary>Those that have come, taken off the clock.</summary>
    public IReadOnlyList<(AccountId Account, DateTimeOffset At)> Ring(DateTimeOffset now)
    {
        var ringing = _alarms.Where(alarm => alarm.Value <= now).OrderBy(alarm => alarm.Key).ToList();
        return [.. ringing.Where(_alarms.TryRemove).Select(alarm => (alarm.Key, alarm.Value))];
    }

    private void Set(AccountId account, DateTimeOffset? at)
    {
        if (at is { } instant)
            _alarms[account] = instant;
        else
            _alarms.TryRemove(account, out _);
    }

    private sealed class Setter(TestAlarms alarms, FaultSource faults) : IWakeUps
    {
        public Task SetAsync(AccountId account, DateTimeOffset? at, CancellationToken cancellation)
        {
            var fault = faults.Of($"alarm {account}");
            if (fault is not (Fault.NotSent or Fault.Throttled or Fault.DoneLate or Fault.FallsBefore))
                alarms.Set(account, at);
            return fault switch
            {
                Fault.None or Fault.SentTwice => Task.CompletedTask,
                Fault.NotSent or Fault.Throttled or Fault.DoneLate or Fault.AnswerLost => Task.FromException(new TimeoutException("The alarm clock did not answer.")),
                Fault.FallsBefore or Fault.FallsAfter => Task.FromException(faults.Fall()),
            };
        }
    }
}
