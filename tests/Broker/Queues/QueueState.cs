using Microsoft.Azure.Amqp;

namespace Reconciliation.Broker.Queues;

/// <summary>
/// A queue in memory. It is used by one thread, and looks at its clock only when it is asked something.
/// </summary>
internal sealed class QueueState(BrokerQueue settings, TimeProvider clock, QueueState? deadLetters)
{
    private readonly SortedDictionary<long, StoredMessage> _messages = [];
    private readonly Dictionary<Guid, StoredMessage> _locked = [];
    private readonly Dictionary<string, SessionLock> _sessions = [];
    private readonly Dictionary<string, byte[]> _sessionStates = [];
    private readonly Dictionary<string, DateTimeOffset> _seen = [];
    private long _lastSequenceNumber;

    public BrokerQueue Settings => settings;

    private DateTimeOffset Now => clock.GetUtcNow();

    /// <summary>Takes a message in; its sequence number, 0 for one that was dropped as a duplicate.</summary>
    public long Enqueue(MessageContent content)
    {
        if (settings.HasSessions && content.SessionId is null)
            throw new AmqpException(AmqpErrorCode.NotAllowed, $"The queue '{settings.Name}' has sessions, and the message has no session id.");
        if (IsDuplicate(content.MessageId))
            return 0;
        return Add(content, Now, scheduledFor: content.ScheduledFor > Now ? content.ScheduledFor : null).SequenceNumber;
    }

    public bool CancelScheduled(long sequenceNumber) =>
        _messages.TryGetValue(sequenceNumber, out var message) && message.ScheduledFor is not null && _messages.Remove(sequenceNumber);

    /// <summary>Makes available what is due, and what was locked for too long.</summary>
    public void PassTime()
    {
        foreach (var due in _messages.Values.Where(message => message.ScheduledFor <= Now).OrderBy(message => message.ScheduledFor).ToList())
        {
            _messages.Remove(due.SequenceNumber);
            Add(due.Content, Now);
        }

        foreach (var session in _sessions.Values.Where(session => session.Until <= Now).ToList())
        {
            session.IsLost = true;
            Release(session, isFailure: true);
        }

        foreach (var expired in _locked.Values.Where(message => message.Lock is { Session: null } held && held.Until <= Now).ToList())
            Fail(expired);
    }

    /// <summary>Locks the next message that is available, of a session where one is given; null for none.</summary>
    public StoredMessage? Take(SessionLock? session)
    {
        if (session is { IsLost: true })
            return null;
        var message = _messages.Values.FirstOrDefault(m => m.IsAvailable && (session is null || m.Content.SessionId == session.Id));
        if (message is null)
            return null;
        message.Lock = new MessageLock(Guid.NewGuid(), session?.Until ?? Now + settings.LockDuration, session);
        _locked.Add(message.Lock.Token, message);
        return message;
    }

    /// <summary>Undoes a <see cref="Take"/> that reached nobody.</summary>
    public void Return(StoredMessage message) => Unlock(message);

    public bool Complete(Guid token) => _locked.Remove(token, out var message) && _messages.Remove(message.SequenceNumber);

    /// <summary>Gives a message back that its receiver has not looked at.</summary>
    public bool Release(Guid token)
    {
        if (!_locked.TryGetValue(token, out var message))
            return false;
        Unlock(message);
        return true;
    }

    public bool Abandon(Guid token, IEnumerable<KeyValuePair<string, object?>> properties)
    {
        if (!_locked.TryGetValue(token, out var message))
            return false;
        message.Content = message.Content.With(properties);
        Fail(message);
        return true;
    }

    public bool DeadLetter(Guid token, IEnumerable<KeyValuePair<string, object?>> properties)
    {
        if (!_locked.TryGetValue(token, out var message))
            return false;
        DeadLetter(message, properties);
        return true;
    }

    /// <summary>Holds a message for a lock's duration from now; until when, null where it is held no more.</summary>
    public DateTimeOffset? Renew(Guid token)
    {
        if (!_locked.TryGetValue(token, out var message))
            return null;
        message.Lock = message.Lock! with { Until = Now + settings.LockDuration };
        return message.Lock.Until;
    }

    public IReadOnlyList<StoredMessage> Peek(long from, int most, string? session) =>
        [.. _messages.Values.Where(m => m.SequenceNumber >= from && (session is null || m.Content.SessionId == session)).Take(most)];

    /// <summary>Locks a session: the one of that name, or else any that has messages; null where that is not possible now.</summary>
    public SessionLock? Accept(string? id)
    {
        id ??= _messages.Values.FirstOrDefault(m => m.IsAvailable && !_sessions.ContainsKey(m.Content.SessionId!))?.Content.SessionId;
        if (id is null || _sessions.ContainsKey(id))
            return null;
        var session = new SessionLock(id, Now + settings.LockDuration);
        _sessions.Add(id, session);
        return session;
    }

    /// <summary>Lets a session go; its messages that were not completed are available again.</summary>
    public void Release(SessionLock session, bool isFailure = false)
    {
        if (_sessions.GetValueOrDefault(session.Id) == session)
            _sessions.Remove(session.Id);
        foreach (var message in _locked.Values.Where(message => message.Lock!.Session == session).ToList())
        {
            if (isFailure)
                Fail(message);
            else
                Unlock(message);
        }
    }

    public DateTimeOffset? RenewSession(string id)
    {
        if (!_sessions.TryGetValue(id, out var session))
            return null;
        return session.Until = Now + settings.LockDuration;
    }

    public byte[]? SessionState(string id) => _sessionStates.GetValueOrDefault(id);

    public void SetSessionState(string id, byte[]? state)
    {
        if (state is null)
            _sessionStates.Remove(id);
        else
            _sessionStates[id] = state;
    }

    private StoredMessage Add(MessageContent content, DateTimeOffset enqueuedAt, DateTimeOffset? scheduledFor = null, string? source = null)
    {
        var message = new StoredMessage(++_lastSequenceNumber, content, enqueuedAt) { ScheduledFor = scheduledFor, Source = source };
        _messages.Add(message.SequenceNumber, message);
        return message;
    }

    private bool IsDuplicate(string? id)
    {
        if (id is null || settings.DuplicateDetectionWindow == TimeSpan.Zero)
            return false;
        if (_seen.TryGetValue(id, out var at) && Now < at + settings.DuplicateDetectionWindow)
            return true;
        _seen[id] = Now;
        return false;
    }

    private void Unlock(StoredMessage message)
    {
        _locked.Remove(message.Lock!.Token);
        message.Lock = null;
    }

    private void Fail(StoredMessage message)
    {
        message.FailedDeliveries++;
        // Nothing leaves a dead-letter queue by itself.
        if (deadLetters is null || message.FailedDeliveries < settings.MaxDeliveryCount)
            Unlock(message);
        else
            DeadLetter(message,
            [
                new(Names.DeadLetterReason, Names.MaxDeliveryCountExceeded),
                new(Names.DeadLetterDescription, $"Message could not be consumed after {settings.MaxDeliveryCount} delivery attempts."),
            ]);
    }

    private void DeadLetter(StoredMessage message, IEnumerable<KeyValuePair<string, object?>> properties)
    {
        Unlock(message);
        if (deadLetters is null)
            return;
        _messages.Remove(message.SequenceNumber);
        deadLetters.Add(message.Content.With(properties), message.EnqueuedAt, source: settings.Name).FailedDeliveries = message.FailedDeliveries;
    }
}
