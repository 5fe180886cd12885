using Microsoft.Azure.Amqp;
using Microsoft.Azure.Amqp.Framing;
using Reconciliation.Broker.Queues;

namespace Reconciliation.Broker.Amqp;

/// <summary>A client that waits for a session: one by name, or the next that has messages.</summary>
internal sealed class SessionRequest
{
    private readonly SendingAmqpLink _link;
    private readonly QueueState _queue;
    private readonly string? _id;
    private readonly long _deadline;
    private readonly TaskCompletionSource<SessionLock> _accepted = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public SessionRequest(SendingAmqpLink link, QueueState queue, string? id)
    {
        _link = link;
        _queue = queue;
        _id = id;
        // Clients give up by their own clock, so theirs counts here; the answer has to reach them before.
        var patience = link.Settings.Properties?.TryGetValue<uint>(Names.Timeout, out var given) == true ? given : 30_000;
        _deadline = Environment.TickCount64 + (patience * 9L / 10);
    }

    public Task<SessionLock> Accepted => _accepted.Task;

    public bool IsOver => _accepted.Task.IsCompleted;

    public void Try(TimeProvider clock)
    {
        if (_link.IsClosing())
            _accepted.TrySetCanceled();
        else if (_queue.Accept(_id) is { } session)
            Grant(session, clock);
        else if (_id is not null)
            Refuse(Names.SessionCannotBeLocked, $"The session '{_id}' is locked by another receiver.");
        else if (Environment.TickCount64 >= _deadline)
            Refuse(Names.Timeout, "No session had messages.");
    }

    private void Grant(SessionLock session, TimeProvider clock)
    {
        ((Source)_link.Settings.Source).FilterSet[Names.SessionFilter] = session.Id;
        _link.Settings.Properties = new Fields();
        _link.Settings.AddProperty(Names.SessionLockedUntil, Encoded.ForClients(session.Until, clock).Ticks);
        _accepted.TrySetResult(session);
    }

    private void Refuse(string condition, string description) => _accepted.TrySetException(new AmqpException(condition, description));
}
