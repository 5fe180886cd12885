using Microsoft.Azure.Amqp;
using Reconciliation.Broker.Queues;

namespace Reconciliation.Broker.Amqp;

/// <summary>The queues and the links on them. Everything here is done by the loop.</summary>
internal sealed class BrokerCore(EventLoop loop, TimeProvider clock, IEnumerable<BrokerQueue> queues)
{
    private readonly Dictionary<string, QueueState> _queues = Made(queues, clock);
    private readonly List<OutgoingLink> _receivers = [];
    private readonly List<SessionRequest> _waiting = [];

    public TimeProvider Clock => clock;

    /// <summary>How many transfers clients have made to queues, a batch being one.</summary>
    public int Transfers { get; set; }

    /// <summary>Lets time pass, does something, and serves whom that may have helped.</summary>
    public void Post(Action work) => loop.Post(() =>
    {
        foreach (var queue in _queues.Values)
            queue.PassTime();
        work();
        Serve();
    });

    /// <summary>The queue of an address, which may begin with a slash.</summary>
    public QueueState Queue(string address) =>
        _queues.TryGetValue(address.Trim('/'), out var queue)
            ? queue
            : throw new AmqpException(AmqpErrorCode.NotFound, $"There is no queue '{address}'.");

    public void AddReceiver(SendingAmqpLink link, QueueState queue, SessionLock? session)
    {
        var receiver = new OutgoingLink(link, queue, session, this);
        _receivers.Add(receiver);
        receiver.Open();
    }

    public void Forget(OutgoingLink receiver) => _receivers.Remove(receiver);

    public void Wait(SessionRequest request) => _waiting.Add(request);

    private void Serve()
    {
        foreach (var request in _waiting)
            request.Try(clock);
        _waiting.RemoveAll(request => request.IsOver);
        foreach (var receiver in _receivers.ToList())
            receiver.Pump();
    }

    private static Dictionary<string, QueueState> Made(IEnumerable<BrokerQueue> queues, TimeProvider clock)
    {
        var made = new Dictionary<string, QueueState>(StringComparer.OrdinalIgnoreCase);
        foreach (var queue in queues)
        {
            var name = $"{queue.Name}/{Names.DeadLetterQueue}";
            var deadLetters = new QueueState(new BrokerQueue(name) { LockDuration = queue.LockDuration }, clock, null);
            made.Add(name, deadLetters);
            made.Add(queue.Name, new QueueState(queue, clock, deadLetters));
        }

        return made;
    }
}
