using System.Text;
using System.Text.Json;

namespace Reconciliation.Host.Azure.Tests.Http;

/// <summary>Principals as App Service Authentication passes them on.</summary>
internal static class Principals
{
    public const string Header = "X-MS-CLIENT-PRINCIPAL";
    public const string LongRoleType = "http://schemas.microsoft.com/ws/2008/06/identity/claims/role";

    /// <summary>A person who signed in.</summary>
    public static string Person(string name, params string[] roles) =>
        Write("aad", LongRoleType, [("preferred_username", name), ("oid", $"id-of-{name}"), .. roles.Select(role => ("roles", role))]);

    public static string Write(string authentication, string roleType, params (string Type, string Value)[] claims) =>
        Convert.ToBase64String(Encoding.UTF8.GetBytes(JsonSerializer.Serialize(new
        {
            auth_typ = authentication,
            name_typ = "http://schemas.xmlsoap.org/ws/2005/05/identity/claims/emailaddress",
            role_typ = roleType,
            claims = claims.Select(claim => new { typ = claim.Type, val = claim.Value }),
        })));

    public static async Task<HttpResponseMessage> SendAsync(this ApiHost host, string method, string path, string? principal, HttpContent? body = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Parse(method), path) { Content = body };
        if (principal is not null)
            request.Headers.Add(Header, principal);
        return await host.Http.SendAsync(request);
    }
}
