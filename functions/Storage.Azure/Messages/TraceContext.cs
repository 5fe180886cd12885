using System.Diagnostics;

namespace Reconciliation.Storage.Azure.Messages;

/// <summary>The trace that a message was sent in, as W3C Trace Context among its application properties.</summary>
public static class TraceContext
{
    private const string Parent = "traceparent";
    private const string State = "tracestate";

    /// <summary>Where the sender stood in its trace; the default value where the message does not tell.</summary>
    public static ActivityContext Of(IReadOnlyDictionary<string, object> properties) =>
        ActivityContext.TryParse(Text(properties, Parent), Text(properties, State), isRemote: true, out var context) ? context : default;

    internal static void Write(IDictionary<string, object> properties, Activity? sending)
    {
        if (sending is not { IdFormat: ActivityIdFormat.W3C, Id: { } parent })
            return;
        properties[Parent] = parent;
        if (!string.IsNullOrEmpty(sending.TraceStateString))
            properties[State] = sending.TraceStateString;
    }

    private static string? Text(IReadOnlyDictionary<string, object> properties, string name) =>
        properties.TryGetValue(name, out var value) ? value as string : null;
}
