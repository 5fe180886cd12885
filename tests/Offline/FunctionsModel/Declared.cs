#nullable enable

namespace Microsoft.Azure.Functions.Worker;

/// <summary>What is declared here does nothing.</summary>
internal static class Declared
{
    public static PlatformNotSupportedException Only() =>
        new("This build has only the declarations of Azure Functions: build where the feed holds the packages to run it.");
}
