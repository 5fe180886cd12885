using System.Security.Claims;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging;

namespace Reconciliation.Host.Azure.Access;

/// <summary>
/// Lets a request through to its route where the table allows it, in the name of whoever asks. Stands between the choice of
/// the route and the route: nothing of the API is reached past it.
/// </summary>
internal sealed partial class AccessCheck(RequestDelegate next, ICallers callers, ILogger<AccessCheck> log)
{
    public Task InvokeAsync(HttpContext context)
    {
        // What is no route of ours (nothing there, a method that is not allowed) is answered without any of our code.
        if (context.GetEndpoint() is not RouteEndpoint endpoint)
            return next(context);
        var route = AccessTable.RouteOf(endpoint);
        var rule = AccessTable.Of(context.Request.Method, endpoint);
        if (rule is { IsOpen: true })
            return next(context);

        var (principal, fault) = callers.Of(context.Request.Headers);
        if (principal is null)
            return RefuseUnknownAsync(context, fault);
        if (rule is null || !rule.Roles.Any(principal.IsInRole))
            return RefuseAsync(context, rule, route);

        context.User = principal;
        if (!HttpMethods.IsGet(context.Request.Method))
            Admitted(principal.FindFirstValue(ClaimTypes.NameIdentifier), context.Request.Method, route);
        return next(context);
    }

    private static Task RefuseUnknownAsync(HttpContext context, string fault)
    {
        context.Response.Headers.WWWAuthenticate = "Bearer";
        return Problem(StatusCodes.Status401Unauthorized, "Not signed in", fault, "not-signed-in").ExecuteAsync(context);
    }

    private Task RefuseAsync(HttpContext context, AccessRule? rule, string route)
    {
        var needed = rule is null ? "" : string.Join(", ", rule.Roles);
        Refused(context.Request.Method, route, needed);
        return Problem(
            StatusCodes.Status403Forbidden,
            "Refused",
            rule is null ? "This route is closed to everybody." : $"This needs the role {string.Join(" or ", rule.Roles)}.",
            "role-missing",
            new KeyValuePair<string, object?>("roles", rule is null ? [] : rule.Roles.ToArray())).ExecuteAsync(context);
    }

    private static ProblemHttpResult Problem(int status, string title, string detail, string code, params KeyValuePair<string, object?>[] more) =>
        TypedResults.Problem(detail, statusCode: status, title: title, extensions: [new("code", code), .. more]);

    // Callers are logged by their object identifier in the directory, and routes without their values.
    [LoggerMessage(3201, LogLevel.Information, "{Caller} was let through to {Method} {Route}.")]
    private partial void Admitted(string? caller, string method, string route);

    [LoggerMessage(3202, LogLevel.Warning, "{Method} {Route} was refused: it needs one of the roles {Roles}.")]
    private partial void Refused(string method, string route, string roles);
}
