using Microsoft.AspNetCore.Http;

namespace Reconciliation.Host.Azure.Http;

/// <summary>
/// Has the API answer. The worker carries a result of a function out on the request, and then writes the result itself as JSON
/// for its host: so nothing of it is public.
/// </summary>
internal sealed class PipelineResult(ApiPipeline pipeline) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext) => pipeline.InvokeAsync(httpContext);
}
