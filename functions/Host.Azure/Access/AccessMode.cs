using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;

namespace Reconciliation.Host.Azure.Access;

/// <summary>By what the app knows callers: the setting <c>Access__Mode</c>.</summary>
internal static class AccessMode
{
    public const string Setting = "Access:Mode";

    /// <summary>Set by the platform where App Service Authentication is on.</summary>
    public const string PlatformSetting = "WEBSITE_AUTH_ENABLED";

    private const string EntraId = "EntraId";
    private const string Development = "Development";

    /// <summary>Reads the mode; Entra ID where none is set.</summary>
    /// <exception cref="InvalidOperationException">There is no such mode, or it does not belong where the app runs.</exception>
    public static ICallers Read(IConfiguration configuration, IHostEnvironment environment) => configuration[Setting] switch
    {
        null or "" or EntraId => new EntraIdCallers(bool.TryParse(configuration[PlatformSetting], out var isOn) && isOn),
        Development when environment.IsDevelopment() => new DevelopmentCallers(),
        Development => throw new InvalidOperationException(
            $"Access__Mode is '{Development}', which gives everybody every role, but the environment is '{environment.EnvironmentName}'. "
            + $"Set Access__Mode to '{EntraId}', or AZURE_FUNCTIONS_ENVIRONMENT to '{Environments.Development}' on a developer's machine."),
        var unknown => throw new InvalidOperationException($"Access__Mode is '{unknown}'; it is '{EntraId}' or '{Development}'."),
    };
}
