using System.Security.Claims;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Reconciliation.Pipeline.Api;

/// <summary>
/// Who asks: the name of <see cref="HttpContext.User"/>, which the host sets before the API is reached. What is asked for is
/// decided in that name; nothing in a request's body can change it.
/// </summary>
public static class Caller
{
    /// <summary>The name of the caller; throws <see cref="InvalidOperationException"/> where the host let a request in without one.</summary>
    public static string NameOf(HttpContext context) => context.User.Identity is { IsAuthenticated: true, Name: { Length: > 0 } name }
        ? name
        : throw new InvalidOperationException("The host let a request in without saying who asks.");

    /// <summary>Takes everybody for the person who started the host: for a host that serves its own machine only.</summary>
    public static IApplicationBuilder UseLocalCaller(this IApplicationBuilder app)
    {
        var local = new ClaimsPrincipal(new ClaimsIdentity([new Claim(ClaimTypes.Name, "local user")], "local"));
        return app.Use((context, next) =>
        {
            context.User = local;
            return next(context);
        });
    }
}
