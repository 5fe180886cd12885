using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Reconciliation.Pipeline.Api;

/// <summary>The HTTP API, the same on every host: JSON, problem details (RFC 9457) for whatever is refused.</summary>
public static class ReconciliationApi
{
    /// <summary>Maps every route below <c>/api</c>.</summary>
    public static IEndpointRouteBuilder MapReconciliationApi(this IEndpointRouteBuilder routes)
    {
        var api = routes.MapGroup("/api");
        api.MapGet("/health", () => TypedResults.Ok(new Health("ok"))).WithTags("Operations").WithSummary("Says that the host answers.");
        FileRoutes.Map(api.MapGroup("/files").WithTags("Files"));
        EntryRoutes.Map(api.MapGroup("/entries").WithTags("Entries"));
        AccountRoutes.Map(api.MapGroup("/accounts").WithTags("Accounts"));
        ReportRoutes.Map(api.MapGroup("/reports").WithTags("Reports"));
        return routes;
    }
}

/// <summary>How the host is.</summary>
/// <param name="Status">ok where it answers.</param>
public sealed record Health(string Status);
