using System.Collections;
using Microsoft.Azure.Amqp;
using Microsoft.Azure.Amqp.Encoding;
using Microsoft.Azure.Amqp.Framing;
using Reconciliation.Broker.Queues;
using Arguments = System.Collections.Generic.Dictionary<string, object?>;

namespace Reconciliation.Broker.Amqp;

/// <summary>What a client asks of a queue beside sending and receiving.</summary>
internal sealed class ManagementOperations(QueueState queue, TimeProvider clock)
{
    private const int LargestResponse = 200 * 1024;

    public AmqpMessage Answer(AmqpMessage request)
    {
        var asked = ((AmqpMap)request.ValueBody.Value).ToDictionary(pair => pair.Key.ToString()!, pair => (object?)pair.Value);
        try
        {
            return request.ApplicationProperties.Map["operation"] switch
            {
                "com.microsoft:peek-message" => Peek(asked),
                "com.microsoft:schedule-message" => Schedule(asked),
                "com.microsoft:cancel-scheduled-message" => Cancel(asked),
                "com.microsoft:renew-lock" => RenewLocks(asked),
                "com.microsoft:update-disposition" => Settle(asked),
                "com.microsoft:renew-session-lock" => RenewSession(asked),
                "com.microsoft:get-session-state" => SessionState(asked),
                "com.microsoft:set-session-state" => SetSessionState(asked),
                var other => Failed(501, AmqpErrorCode.NotImplemented.Value, $"This broker does not know '{other}'."),
            };
        }
        catch (AmqpException refused)
        {
            return Failed(400, refused.Error.Condition.Value, refused.Error.Description);
        }
    }

    private AmqpMessage Peek(Arguments asked)
    {
        var found = queue.Peek((long)asked["from-sequence-number"]!, (int)asked["message-count"]!, asked.GetValueOrDefault("session-id") as string);
        return found.Count == 0
            ? Response(204, "No content", [])
            : Response(200, "OK", new() { ["messages"] = Fitting(found) });
    }

    /// <summary>As many messages as a response holds, and at least one.</summary>
    private List<AmqpMap> Fitting(IReadOnlyList<StoredMessage> messages)
    {
        var entries = new List<AmqpMap>();
        var room = LargestResponse;
        foreach (var message in messages)
        {
            using var encoded = Encoded.Message(message, clock);
            var bytes = Encoded.Bytes(encoded);
            if ((room -= bytes.Count) < 0 && entries.Count > 0)
                break;
            entries.Add(new AmqpMap { [new MapKey("message")] = bytes });
        }

        return entries;
    }

    private AmqpMessage Schedule(Arguments asked)
    {
        var messages = ((IEnumerable)asked["messages"]!).Cast<AmqpMap>()
            .Select(entry => MessageContent.Of((ArraySegment<byte>)entry[new MapKey("message")]));
        return Response(200, "OK", new() { ["sequence-numbers"] = messages.Select(queue.Enqueue).ToArray() });
    }

    private AmqpMessage Cancel(Arguments asked) => ((long[])asked["sequence-numbers"]!).All(queue.CancelScheduled)
        ? Response(200, "OK", [])
        : Failed(404, Names.MessageNotFound, "No such message is scheduled.");

    private AmqpMessage RenewLocks(Arguments asked)
    {
        var ends = ((Guid[])asked["lock-tokens"]!).Select(queue.Renew).ToList();
        return ends.Contains(null)
            ? Failed(410, Names.MessageLockLost, "The lock of the message expired.")
            : Response(200, "OK", new() { ["expirations"] = ends.Select(end => Encoded.ForClients(end!.Value, clock)).ToArray() });
    }

    private AmqpMessage Settle(Arguments asked)
    {
        var status = (string)asked["disposition-status"]!;
        var modified = (asked.GetValueOrDefault("properties-to-modify") as AmqpMap)?
            .Select(pair => KeyValuePair.Create(pair.Key.ToString()!, (object?)pair.Value)) ?? [];
        KeyValuePair<string, object?>[] reasons =
        [
            new(Names.DeadLetterReason, asked.GetValueOrDefault("deadletter-reason")),
            new(Names.DeadLetterDescription, asked.GetValueOrDefault("deadletter-description")),
        ];
        Func<Guid, bool>? settle = status switch
        {
            "completed" => queue.Complete,
            "abandoned" => token => queue.Abandon(token, modified),
            "suspended" => token => queue.DeadLetter(token, modified.Concat(reasons.Where(reason => reason.Value is not null))),
            _ => null,
        };
        if (settle is null)
            return Failed(501, AmqpErrorCode.NotImplemented.Value, $"This broker does not settle as '{status}'.");
        return ((Guid[])asked["lock-tokens"]!).All(settle)
            ? Response(200, "OK", [])
            : Failed(410, Names.MessageLockLost, "The lock of the message expired.");
    }

    private AmqpMessage RenewSession(Arguments asked) => queue.RenewSession((string)asked["session-id"]!) is { } until
        ? Response(200, "OK", new() { ["expiration"] = Encoded.ForClients(until, clock) })
        : Failed(410, Names.SessionLockLost, "The lock of the session expired.");

    private AmqpMessage SessionState(Arguments asked)
    {
        var state = queue.SessionState((string)asked["session-id"]!);
        return Response(200, "OK", new() { ["session-state"] = state is null ? null : (object)new ArraySegment<byte>(state) });
    }

    private AmqpMessage SetSessionState(Arguments asked)
    {
        queue.SetSessionState((string)asked["session-id"]!, asked.GetValueOrDefault("session-state") is ArraySegment<byte> state ? [.. state] : null);
        return Response(200, "OK", []);
    }

    private static AmqpMessage Failed(int status, string condition, string description)
    {
        var response = Response(status, description, []);
        response.ApplicationProperties.Map["errorCondition"] = (AmqpSymbol)condition;
        return response;
    }

    private static AmqpMessage Response(int status, string description, Arguments body)
    {
        var map = new AmqpMap();
        foreach (var (name, value) in body)
            map[new MapKey(name)] = value;
        var response = AmqpMessage.Create(new AmqpValue { Value = map });
        response.ApplicationProperties.Map["statusCode"] = status;
        response.ApplicationProperties.Map["statusDescription"] = description;
        return response;
    }
}
