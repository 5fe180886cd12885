using Microsoft.Azure.Amqp;
using Microsoft.Azure.Amqp.Encoding;
using Microsoft.Azure.Amqp.Framing;
using Reconciliation.Broker.Queues;

namespace Reconciliation.Broker.Amqp;

/// <summary>
/// Requests and their responses, over a pair of links: <c>$cbs</c>, which takes every token, and the <c>$management</c> of
/// each queue.
/// </summary>
internal sealed class RequestNode(BrokerCore core)
{
    private readonly Dictionary<(AmqpSession, string), SendingAmqpLink> _responses = [];

    public static bool IsAt(string address) => address == Names.Tokens || address.EndsWith($"/{Names.Management}", StringComparison.Ordinal);

    public void Attach(AmqpLink link, string address)
    {
        if (link is ReceivingAmqpLink requests)
        {
            var operations = address == Names.Tokens ? null : new ManagementOperations(core.Queue(address[..^(Names.Management.Length + 1)]), core.Clock);
            requests.RegisterMessageListener(request => core.Post(() => Answer(requests, request, operations)));
            return;
        }

        var key = (link.Session, ((Target)link.Settings.Target).Address.ToString()!);
        _responses[key] = (SendingAmqpLink)link;
        link.Closed += (_, _) => core.Post(() => _responses.Remove(key));
    }

    private void Answer(ReceivingAmqpLink link, AmqpMessage request, ManagementOperations? operations)
    {
        var response = operations is null ? TokenTaken() : operations.Answer(request);
        response.Properties.CorrelationId = request.Properties.MessageId;
        link.TryUse(() => link.AcceptMessage(request, true, false));
        if (_responses.TryGetValue((link.Session, request.Properties.ReplyTo.ToString()!), out var replies))
            replies.TryUse(() => replies.SendMessageNoWait(response, new ArraySegment<byte>(Guid.NewGuid().ToByteArray()), AmqpConstants.NullBinary));
    }

    private static AmqpMessage TokenTaken()
    {
        var response = AmqpMessage.Create(new AmqpValue { Value = new AmqpMap() });
        response.ApplicationProperties.Map["status-code"] = 202;
        response.ApplicationProperties.Map["status-description"] = "Accepted";
        return response;
    }
}
