using System.Text.Json;
using Reconciliation.Infra.Bicep;
using Reconciliation.Infra.Checks;

namespace Reconciliation.Infra;

/// <summary>Who may do what: roles in Azure, roles of people, no key and no secret.</summary>
public class AccessTests
{
    [Fact]
    public void AppRoles_AreThoseOfTheCode()
    {
        using var json = JsonDocument.Parse(Repository.Read("infra/entra/app-roles.json"));
        var roles = json.RootElement.EnumerateArray().ToList();

        Violations.ShouldBeNone(Violations.Differences("Role", roles.Select(role => role.GetProperty("value").GetString()!), NamesInCode.Roles));
        Assert.Equal(roles.Count, roles.Select(role => role.GetProperty("id").GetGuid()).Distinct().Count());
    }

    [Fact]
    public void Roles_InBicep_AreThoseOfTheTable() =>
        Violations.ShouldBeNone(Violations.Differences("Role", BicepFile.All.SelectMany(TextChecks.RolesIn), Table().Select(role => role.Key)));

    [Fact]
    public void Guids_StandInTheTableOnly() =>
        Violations.ShouldBeNone(BicepFile.All.SelectMany(file => TextChecks.Guids(file.Path, file.Source)));

    [Fact]
    public void Guids_Elsewhere_AreFound() => Assert.Single(TextChecks.Guids("here", "var role = 'b7e6dc6d-f1e8-4753-8033-0f276bb0955b'"));

    [Fact]
    public void Roles_OfTheTable_AreGuidsOfTheirOwn()
    {
        Assert.All(Table(), role => Assert.True(Guid.TryParseExact(role.Value.Id, "D", out _), role.Key));
        Assert.Equal(Table().Count, Table().Values.Select(role => role.Id).Distinct().Count());
    }

    /// <summary>Each assignment says why it is there, and the page lists them with the same words.</summary>
    [Fact]
    public void Assignments_AreThoseOfThePage()
    {
        var assigned =
            from file in BicepFile.All
            from resource in file.Resources
            where resource.Target.StartsWith("Microsoft.Authorization/roleAssignments@", StringComparison.Ordinal)
            let role = ((BicepExpression)resource.Value!["properties", "roleDefinitionId"]!).Text.Split("roles.")[1].Split('.')[0]
            select $"{Table()[role].Name}: {resource.Value!["properties", "description"]?.AsText}";
        var listed = ReadmePage.TableBelow("## Least roles").Select(row => $"{row[0]}: {row[3]}");

        Assert.Equal(assigned.Order(StringComparer.Ordinal), listed.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Files_HoldNoSecret() =>
        Violations.ShouldBeNone(Repository.Deployment.SelectMany(file => TextChecks.Secrets(file, Repository.Read(file))));

    [Theory]
    [InlineData("DefaultEndpointsProtocol=https;AccountName=a;AccountKey=abc123==")]
    [InlineData("Endpoint=sb://a;SharedAccessKeyName=Root;SharedAccessKey=abc123=")]
    [InlineData("MSSQL_SA_PASSWORD: Correct-Horse-1")]
    [InlineData("  clientSecret: 'abc~def~ghi'")]
    [InlineData("\"Smtp__Password\": \"abcdefgh\"")]
    [InlineData("InstrumentationKey=6b0c4a7e-2f51-4a77-9c1d-0d8e5b3f1a01")]
    [InlineData("-----BEGIN PRIVATE KEY-----")]
    public void Files_WithASecret_AreFound(string text) => Assert.NotEmpty(TextChecks.Secrets("here", text));

    [Theory]
    [InlineData("infra/modules/host-storage.bicep", "allowSharedKeyAccess", "false")]
    [InlineData("infra/modules/ledger-storage.bicep", "allowSharedKeyAccess", "false")]
    [InlineData("infra/modules/ledger-storage.bicep", "allowBlobPublicAccess", "false")]
    [InlineData("infra/modules/ledger-storage.bicep", "isVersioningEnabled", "true")]
    [InlineData("infra/modules/service-bus.bicep", "disableLocalAuth", "true")]
    [InlineData("infra/modules/monitoring.bicep", "DisableLocalAuth", "true")]
    [InlineData("infra/modules/app.bicep", "requireAuthentication", "true")]
    public void Doors_AreShut(string file, string property, string value)
    {
        var found = BicepFile.Read(file).Resources.SelectMany(resource => resource.Value!.Inside).OfType<BicepObject>()
            .Select(each => each[property]).OfType<BicepExpression>();

        Assert.Equal([value], found.Select(each => each.Text));
    }

    private static Dictionary<string, (string Id, string Name)> Table()
    {
        using var json = JsonDocument.Parse(Repository.Read("infra/roles.json"));
        return json.RootElement.EnumerateObject().ToDictionary(
            role => role.Name, role => (role.Value.GetProperty("id").GetString()!, role.Value.GetProperty("name").GetString()!));
    }
}
