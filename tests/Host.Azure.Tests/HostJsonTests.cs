using System.Text.Json;

namespace Reconciliation.Host.Azure.Tests;

/// <summary>What the Functions host reads beside the app.</summary>
public class HostJsonTests
{
    [Fact]
    public void HostJson_LiesBesideTheApp_AndNamesVersionTwo()
    {
        using var host = JsonDocument.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "host.json")));

        Assert.Equal("2.0", host.RootElement.GetProperty("version").GetString());
    }
}
