using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Reconciliation.Pipeline.Api;

/// <summary>
/// The HTTP API, the same on every host: JSON, problem details (RFC 9457) for whatever is refused. The host says who asks
/// (<see cref="Caller"/>) and who may.
/// </summary>
public static class ReconciliationApi
{
    /// <summary>What the API's description is called.</summary>
    public const string Title = "Reconciliation";

    /// <summary>What the API's description says of it.</summary>
    public const string Description = "Bank statements, what their entries are taken for, debtors' accounts and reports.";

    /// <summary>Adds what the routes need beside the handlers.</summary>
    public static IServiceCollection AddReconciliationApi(this IServiceCollection services) => services
        .AddProblemDetails()
        // What cannot be read is the caller's fault in every environment; by default it becomes an error of ours in development.
        .Configure<RouteHandlerOptions>(handlers => handlers.ThrowOnBadRequest = false)
        .Configure<ExceptionHandlerOptions>(failures => failures.StatusCodeSelector = failure =>
            failure is BadHttpRequestException unreadable ? unreadable.StatusCode : StatusCodes.Status500InternalServerError)
        .ConfigureHttpJsonOptions(json => json.SerializerOptions.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.CamelCase)));

    /// <summary>Answers what fails or is not found with problem details; stands before the routes.</summary>
    public static IApplicationBuilder UseReconciliationProblems(this IApplicationBuilder app) => app.UseExceptionHandler().UseStatusCodePages();

    /// <summary>Maps every route below <c>/api</c>.</summary>
    public static IEndpointRouteBuilder MapReconciliationApi(this IEndpointRouteBuilder routes)
    {
        var api = routes.MapGroup("/api");
        HealthRoutes.Map(api.MapGroup("/health").WithTags("Operations"));
        OperationsRoutes.Map(api.MapGroup("/operations").WithTags("Operations"));
        FileRoutes.Map(api.MapGroup("/files").WithTags("Files"));
        EntryRoutes.Map(api.MapGroup("/entries").WithTags("Entries"));
        AccountRoutes.Map(api.MapGroup("/accounts").WithTags("Accounts"));
        RuleRoutes.Map(api.MapGroup("/rules").WithTags("Rules"));
        ReportRoutes.Map(api.MapGroup("/reports").WithTags("Reports"));
        return routes;
    }
}
