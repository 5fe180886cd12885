using Microsoft.Azure.Amqp;
using Microsoft.Azure.Amqp.Framing;
using Microsoft.Azure.Amqp.Transport;
using Reconciliation.Broker.Queues;

namespace Reconciliation.Broker.Amqp;

/// <summary>Gives each link that a client attaches its other end.</summary>
internal sealed class LinkFactory(BrokerCore core) : IRuntimeProvider
{
    /// <summary>As much as a queue of the standard tier takes.</summary>
    private const ulong MaxMessageSize = 256 * 1024;

    private readonly RequestNode _requests = new(core);

    public AmqpConnection CreateConnection(
        TransportBase transport, ProtocolHeader protocolHeader, bool isInitiator, AmqpSettings amqpSettings,
        AmqpConnectionSettings connectionSettings) =>
        new(transport, protocolHeader, isInitiator, amqpSettings, connectionSettings);

    public AmqpSession CreateSession(AmqpConnection connection, AmqpSessionSettings settings) => new(connection, settings, this);

    public AmqpLink CreateLink(AmqpSession session, AmqpLinkSettings settings)
    {
        settings.MaxMessageSize = MaxMessageSize;
        if (settings.Role != true)
            return new SendingAmqpLink(session, settings);
        settings.TotalLinkCredit = 1000;
        settings.AutoSendFlow = true;
        return new ReceivingAmqpLink(session, settings);
    }

    public IAsyncResult BeginOpenLink(AmqpLink link, TimeSpan timeout, AsyncCallback callback, object state) =>
        TaskToAsyncResult.Begin(OpenAsync(link), callback, state);

    public void EndOpenLink(IAsyncResult result) => TaskToAsyncResult.End(result);

    private async Task OpenAsync(AmqpLink link)
    {
        var opened = new TaskCompletionSource<Task>(TaskCreationOptions.RunContinuationsAsynchronously);
        core.Post(() =>
        {
            try
            {
                opened.SetResult(Open(link));
            }
            catch (AmqpException refused)
            {
                opened.SetException(refused);
            }
        });
        await await opened.Task;
    }

    private Task Open(AmqpLink link)
    {
        var node = link is ReceivingAmqpLink ? ((Target)link.Settings.Target).Address : ((Source)link.Settings.Source).Address;
        var address = node.ToString()!;
        if (RequestNode.IsAt(address))
            _requests.Attach(link, address);
        else if (link is ReceivingAmqpLink incoming)
            new IncomingLink(incoming, core.Queue(address), core).Open();
        else
            return OpenReceiverAsync((SendingAmqpLink)link, core.Queue(address));
        return Task.CompletedTask;
    }

    private Task OpenReceiverAsync(SendingAmqpLink link, QueueState queue)
    {
        var filters = ((Source)link.Settings.Source).FilterSet;
        string? id = null;
        var asksForSession = filters?.TryGetValue(Names.SessionFilter, out id) == true;
        if (asksForSession != queue.Settings.HasSessions)
        {
            throw new AmqpException(
                AmqpErrorCode.NotAllowed, $"The queue '{queue.Settings.Name}' has {(asksForSession ? "no sessions" : "sessions: receive from one")}.");
        }

        if (asksForSession)
            return AcceptAsync(new SessionRequest(link, queue, id), link, queue);
        core.AddReceiver(link, queue, null);
        return Task.CompletedTask;
    }

    private async Task AcceptAsync(SessionRequest request, SendingAmqpLink link, QueueState queue)
    {
        core.Wait(request);
        var session = await request.Accepted;
        var added = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        core.Post(() =>
        {
            core.AddReceiver(link, queue, session);
            added.SetResult();
        });
        await added.Task;
    }
}
