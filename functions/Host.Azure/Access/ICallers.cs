using System.Collections.Immutable;
using System.Security.Claims;
using Microsoft.AspNetCore.Http;

namespace Reconciliation.Host.Azure.Access;

/// <summary>Tells who a request comes from.</summary>
internal interface ICallers
{
    /// <summary>Who asks, or why that is not known.</summary>
    (ClaimsPrincipal? Principal, string Fault) Of(IHeaderDictionary headers);
}

/// <summary>
/// People and applications that App Service Authentication let in by Entra ID. Its header is believed only while the platform
/// says that the feature is on: then it takes the header out of whatever comes from outside.
/// </summary>
internal sealed class EntraIdCallers(bool isAuthenticationOn) : ICallers
{
    public (ClaimsPrincipal? Principal, string Fault) Of(IHeaderDictionary headers)
    {
        if (!isAuthenticationOn)
            return (null, "App Service Authentication is off, so nobody can be known. Turn it on for this app.");
        if (headers[ClientPrincipal.Header] is not [{ Length: > 0 } header])
            return (null, "Sign in with Entra ID.");
        return ClientPrincipal.TryRead(header, out var principal)
            ? (principal, "")
            : (null, "The principal that came with the request is none of Entra ID, or names nobody.");
    }
}

/// <summary>Everybody is a developer in every role. For development only.</summary>
internal sealed class DevelopmentCallers : ICallers
{
    private static readonly ImmutableArray<Claim> Claims =
        [new(ClaimTypes.Name, "developer"), new(ClaimTypes.NameIdentifier, "developer"), .. AppRoles.All.Select(role => new Claim(ClaimTypes.Role, role))];

    private readonly ClaimsPrincipal _developer = new(new ClaimsIdentity(Claims, "development"));

    public (ClaimsPrincipal? Principal, string Fault) Of(IHeaderDictionary headers) => (_developer, "");
}
