using System.Text.RegularExpressions;
using Azure;
using Azure.Core;
using Azure.Core.Pipeline;

namespace Reconciliation.Chaos.Faults;

/// <summary>
/// Stands between a genuine client of Azure and the wire: below its retries, its signature and its reading of answers.
/// </summary>
internal sealed partial class FaultTransport(FaultSource faults, LateRequests late) : HttpPipelineTransport
{
    private readonly HttpPipelineTransport _wire = HttpClientTransport.Shared;

    public override Request CreateRequest() => _wire.CreateRequest();

    public override void Process(HttpMessage message) =>
        // Completed when it returns: nothing in it waits where the sending does not.
        ProcessAsync(message, () =>
        {
            _wire.Process(message);
            return ValueTask.CompletedTask;
        }).AsTask().GetAwaiter().GetResult();

    public override ValueTask ProcessAsync(HttpMessage message) => ProcessAsync(message, () => _wire.ProcessAsync(message));

    private async ValueTask ProcessAsync(HttpMessage message, Func<ValueTask> send)
    {
        var call = $"{message.Request.Method} {RandomName().Replace(message.Request.Uri.PathAndQuery, "*")}";
        var fault = faults.Of(call);
        await late.SendDueAsync(_wire);
        switch (fault)
        {
            case Fault.None:
                await send();
                break;
            case Fault.NotSent:
                throw Broken("The connection was closed before the request was sent.");
            case Fault.Throttled:
                message.Response = new BusyResponse(message.Request.ClientRequestId);
                break;
            case Fault.AnswerLost:
                await send();
                message.Response.Dispose();
                throw Broken("The connection was closed before the answer arrived.");
            case Fault.SentTwice:
                await send();
                message.Response.Dispose();
                await send();
                break;
            case Fault.DoneLate:
                await late.AddAsync(message.Request, faults.Delay(call));
                throw Broken("The service did not answer in time.");
            case Fault.FallsBefore:
                throw faults.Fall();
            case Fault.FallsAfter:
                await send();
                message.Response.Dispose();
                throw faults.Fall();
        }
    }

    // Names that an adapter draws are others in every run; the fault of a call is to be the same.
    [GeneratedRegex("(?<![0-9a-f])[0-9a-f]{12}[47][0-9a-f]{3}[89ab][0-9a-f]{15}(?![0-9a-f])")]
    private static partial Regex RandomName();

    // As the transport says it, so that the clients take it for what it stands for.
    private static RequestFailedException Broken(string how) => new(how, new IOException(how));
}
