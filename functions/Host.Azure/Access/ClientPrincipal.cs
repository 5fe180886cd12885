using System.Diagnostics.CodeAnalysis;
using System.Security.Claims;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Reconciliation.Host.Azure.Access;

/// <summary>
/// The principal that App Service Authentication puts into the header <c>X-MS-CLIENT-PRINCIPAL</c>: JSON in Base64, with the
/// claims of the token that it checked.
/// </summary>
internal sealed record ClientPrincipal(
    [property: JsonPropertyName("auth_typ")] string? AuthenticationType,
    [property: JsonPropertyName("name_typ")] string? NameType,
    [property: JsonPropertyName("role_typ")] string? RoleType,
    [property: JsonPropertyName("claims")] IReadOnlyList<ClientPrincipal.StatedClaim>? Claims)
{
    public const string Header = "X-MS-CLIENT-PRINCIPAL";

    /// <summary>What App Service Authentication calls Entra ID.</summary>
    private const string EntraId = "aad";

    private const string Roles = "roles";

    // People by the name they sign in with; applications, which have none, by their identifier.
    private static readonly string[] NameTypes = ["preferred_username", "upn", "http://schemas.xmlsoap.org/ws/2005/05/identity/claims/upn"];
    private static readonly string[] IdTypes = ["http://schemas.microsoft.com/identity/claims/objectidentifier", "oid", "azp", "appid"];

    /// <summary>Reads the header; false for what is no principal of Entra ID, or names nobody.</summary>
    public static bool TryRead(string header, [NotNullWhen(true)] out ClaimsPrincipal? principal)
    {
        principal = null;
        try
        {
            if (JsonSerializer.Deserialize<ClientPrincipal>(Convert.FromBase64String(header)) is not { } read)
                return false;
            principal = read.ToPrincipal();
            return principal is not null;
        }
        catch (Exception unreadable) when (unreadable is FormatException or JsonException)
        {
            return false;
        }
    }

    private ClaimsPrincipal? ToPrincipal()
    {
        if (!string.Equals(AuthenticationType, EntraId, StringComparison.OrdinalIgnoreCase))
            return null;
        var id = First(IdTypes);
        if ((First(NameTypes) ?? First([NameType ?? ""]) ?? First(["name"]) ?? id) is not { } name)
            return null;
        var roles = Values(claim => claim.Type == Roles || claim.Type == RoleType).Distinct();
        return new ClaimsPrincipal(new ClaimsIdentity(
            [new Claim(ClaimTypes.Name, name), new Claim(ClaimTypes.NameIdentifier, id ?? name), .. roles.Select(role => new Claim(ClaimTypes.Role, role))],
            EntraId));
    }

    private string? First(string[] types) => types.SelectMany(type => Values(claim => claim.Type == type)).FirstOrDefault();

    private IEnumerable<string> Values(Func<StatedClaim, bool> isMeant) =>
        (Claims ?? []).Where(isMeant).Select(claim => claim.Value).OfType<string>().Where(value => value.Length > 0);

    internal sealed record StatedClaim([property: JsonPropertyName("typ")] string? Type, [property: JsonPropertyName("val")] string? Value);
}
