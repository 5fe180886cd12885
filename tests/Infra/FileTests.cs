using System.Text.Json;
using System.Text.RegularExpressions;
using Reconciliation.Infra.Bicep;
using Reconciliation.Infra.Checks;

namespace Reconciliation.Infra;

/// <summary>JSON, YAML, hooks and the page.</summary>
public partial class FileTests
{
    private static readonly string[] OfAzurite = ["10000:10000", "10001:10001", "10002:10002"];

    private static ILookup<string, string> Azd { get; } = YamlFile.Read(Repository.Read("azure.yaml"));

    private static ILookup<string, string> Compose { get; } = YamlFile.Read(Repository.Read("infra/local/compose.yaml"));

    [Fact]
    public void Json_Parses() =>
        Assert.All(Repository.Deployment.Where(file => file.EndsWith(".json", StringComparison.Ordinal)), file => JsonDocument.Parse(Repository.Read(file)).Dispose());

    [Theory]
    [InlineData("preprovision")]
    [InlineData("postprovision")]
    [InlineData("postdeploy")]
    public void Hooks_StandReadyForBothShells(string hook)
    {
        Assert.Equal(["sh"], Azd[$"hooks.{hook}.posix.shell"]);
        Assert.Equal(["pwsh"], Azd[$"hooks.{hook}.windows.shell"]);
        var files = new[] { "posix", "windows" }.Select(system => Azd[$"hooks.{hook}.{system}.run"].Single()[2..]).ToList();

        Assert.All(files, file => Assert.True(Repository.Holds(file), file));
        Assert.Equal(Path.ChangeExtension(files[0], null), Path.ChangeExtension(files[1], null));
    }

    [Fact]
    public void Hooks_AreAllRun() =>
        Assert.Equal(
            Repository.Files("infra/hooks"),
            Azd.Where(each => each.Key.EndsWith(".run", StringComparison.Ordinal)).SelectMany(each => each).Select(path => path[2..]).Order(StringComparer.Ordinal));

    [Fact]
    public void Compose_StartsWhatTheSettingsNeed()
    {
        Assert.Equal(OfAzurite, Compose["services.azurite.ports"]);
        Assert.Contains("5672:5672", Compose["services.service-bus.ports"]);
        Assert.Equal(["sql"], Compose["services.service-bus.environment.SQL_SERVER"]);
        Assert.Contains("8080:8080", Compose["services.scheduler.ports"]);
        var mounted = Compose["services.service-bus.volumes"].Single().Split(':')[0];
        Assert.True(Repository.Holds(Repository.FromRoot("infra/local/compose.yaml", mounted)), mounted);
    }

    [Fact]
    public void Compose_AsksForThePassword() =>
        Assert.All(
            Compose.Where(each => each.Key.EndsWith("PASSWORD", StringComparison.Ordinal)).SelectMany(each => each),
            value => Assert.StartsWith("${", value, StringComparison.Ordinal));

    [Fact]
    public void Yaml_KeysAndItems_AreRead()
    {
        var read = YamlFile.Read("a:\n  # no\n  b: \"1:2\"\n  c:\n    - x\n    - \"y\"\n  d: e\nf: g\n");

        Assert.Equal(["1:2"], read["a.b"]);
        Assert.Equal(["x", "y"], read["a.c"]);
        Assert.Equal(["e"], read["a.d"]);
        Assert.Equal(["g"], read["f"]);
        Assert.Throws<FormatException>(() => YamlFile.Read("a:\n  neither\n"));
    }

    [Fact]
    public void Page_ListsEveryParameter()
    {
        var listed = ReadmePage.TableBelow("## Parameters").Select(row => row[0].Trim('`'));

        Violations.ShouldBeNone(Violations.Differences("Parameter", listed, BicepFile.Main.Parameters.Select(parameter => parameter.Name)));
    }

    [Fact]
    public void Page_NamesRoutesThatTheApiHas()
    {
        var named = Route().Matches(ReadmePage.Text).Select(match => match.Value).ToHashSet();

        Violations.ShouldBeNone(Violations.Differences("Route", named, NamesInCode.OperationsRoutes));
    }

    [GeneratedRegex(@"(?:GET|POST) /api/operations/[\w{}/-]+")]
    private static partial Regex Route();
}
