using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace Reconciliation.Host.Azure.Http;

/// <summary>
/// Takes every HTTP request. There is one such function only: the Functions host tries routes in an order that nobody
/// promises, so a second one beside a catch-all might never be asked.
/// </summary>
public sealed class Api(ApiPipeline pipeline)
{
    /// <summary>Answers a request. Who may ask is decided behind it, by roles: keys of functions name nobody.</summary>
    [Function("Api")]
    public IResult Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "post", "put", "delete", Route = "{*path}")] HttpRequest request,
        [DurableClient] DurableTaskClient cases)
    {
        request.HttpContext.Features.Set(cases);
        return new PipelineResult(pipeline);
    }
}
