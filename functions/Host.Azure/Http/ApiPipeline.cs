using System.Collections.Immutable;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Reconciliation.Host.Azure.Access;
using Reconciliation.Host.Azure.Operations;
using Reconciliation.Pipeline.Api;

namespace Reconciliation.Host.Azure.Http;

/// <summary>The API as ASP.NET Core serves it, behind the one function that takes every request: routes, access, problem details.</summary>
public sealed class ApiPipeline
{
    /// <summary>Where the API describes itself.</summary>
    public const string DescriptionRoute = "/api/openapi/{documentName}.json";

    private readonly RequestDelegate _pipeline;

    /// <summary>Builds it once, from the app's services.</summary>
    public ApiPipeline(IServiceProvider services)
    {
        var routes = ImmutableArray<Endpoint>.Empty;
        var app = new ApplicationBuilder(services);
        app.UseReconciliationProblems();
        app.UseRouting();
        app.UseMiddleware<AccessCheck>();
        app.UseEndpoints(endpoints =>
        {
            endpoints.MapReconciliationApi();
            endpoints.MapCases();
            endpoints.MapOpenApi(DescriptionRoute);
            routes = [.. endpoints.DataSources.SelectMany(source => source.Endpoints)];
        });
        _pipeline = app.Build();
        Routes = [.. routes.Cast<RouteEndpoint>()];
    }

    /// <summary>Every route.</summary>
    public ImmutableArray<RouteEndpoint> Routes { get; }

    /// <summary>Answers a request.</summary>
    public Task InvokeAsync(HttpContext context)
    {
        // The worker chose an endpoint before: its function. Where one is chosen, routing chooses none.
        context.SetEndpoint(null);
        context.Request.RouteValues = [];
        return _pipeline(context);
    }
}
