using System.Text.Json;
using System.Text.RegularExpressions;
using Reconciliation.Infra.Bicep;
using Reconciliation.Infra.Checks;

namespace Reconciliation.Infra;

/// <summary>Parameters, modules, outputs and the variables of hooks hang together.</summary>
public partial class ParameterTests
{
    /// <summary>What azd or the first hook puts into the environment by itself.</summary>
    private static readonly string[] OfAzd = ["AZURE_ENV_NAME", "AZURE_LOCATION", "AZURE_PRINCIPAL_ID", "AUTH_CLIENT_ID"];

    /// <summary>What a person may set beside it.</summary>
    private static readonly string[] OfPeople = ["CONTACTS_SENDER"];

    [Fact]
    public void Declarations_AreUsed() => Violations.ShouldBeNone(BicepFile.All.SelectMany(ParameterChecks.Unused));

    [Fact]
    public void Declarations_Unused_AreFound() =>
        Assert.Equal(2, ParameterChecks.Unused(BicepFile.Of("param a string\nvar b = 1\nvar c = 2\noutput d int = c")).Count());

    [Fact]
    public void Modules_AreGivenTheirParameters()
    {
        var wrong =
            from file in BicepFile.All
            from module in file.Modules
            from violation in ParameterChecks.Misgiven($"{file.Path}: {module.Name}", ParameterChecks.Given(module), Open(file, module))
            select violation;

        Violations.ShouldBeNone(wrong);
    }

    [Fact]
    public void Modules_GivenTooMuchOrTooLittle_AreFound()
    {
        var calling = BicepFile.Of("module m 'm.bicep' = {\n  name: 'm'\n  params: {\n    a: 1\n    x: 2\n  }\n}");
        var called = BicepFile.Of("param a int\nparam b int\nparam c int = 3");

        Assert.Equal(
            ["here: x is no parameter of sample.bicep", "here: b is not given, sample.bicep needs it"],
            ParameterChecks.Misgiven("here", ParameterChecks.Given(calling.Modules.Single()), called));
    }

    [Fact]
    public void Modules_AreAllUsed()
    {
        var used = BicepFile.All.SelectMany(file => file.Modules.Select(module => Repository.FromRoot(file.Path, module.Target)));

        Assert.Equal(Repository.Files("infra/modules"), used.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Outputs_ThatAreUsed_Exist() =>
        Violations.ShouldBeNone(BicepFile.All.SelectMany(file => ParameterChecks.UnknownOutputs(file, module => Open(file, module))));

    [Fact]
    public void Outputs_ThatDoNotExist_AreFound()
    {
        var file = BicepFile.Of("module m 'm.bicep' = {\n  name: 'm'\n}\noutput a string = m.outputs.there\noutput b string = 'x${m!.outputs.lost}'");

        Assert.Equal(["sample.bicep: m has no output lost"], ParameterChecks.UnknownOutputs(file, _ => BicepFile.Of("output there string = 'x'")));
    }

    [Theory]
    [InlineData("infra/dev.bicepparam")]
    [InlineData("infra/prod.bicepparam")]
    public void ParameterFiles_FitMain(string path)
    {
        var file = BicepFile.Read(path);

        Assert.Equal("main.bicep", file.Statements.Single(statement => statement.Word == "using").Target);
        Violations.ShouldBeNone(ParameterChecks.Misgiven(path, file.Parameters.Select(parameter => parameter.Name), BicepFile.Main));
    }

    [Fact]
    public void ParametersOfAzd_FitMain()
    {
        using var json = JsonDocument.Parse(Repository.Read("infra/main.parameters.json"));
        var parameters = json.RootElement.GetProperty("parameters").EnumerateObject().ToList();

        Violations.ShouldBeNone(ParameterChecks.Misgiven("main.parameters.json", parameters.Select(parameter => parameter.Name), BicepFile.Main));
        Assert.All(parameters, parameter =>
            Assert.Contains(Variable().Match(parameter.Value.GetProperty("value").GetString()!).Groups[1].Value, OfAzd.Concat(OfPeople)));
    }

    [Fact]
    public void Hooks_UseWhatMainPutsOut()
    {
        var known = BicepFile.Main.Outputs.Concat(OfAzd).ToHashSet();
        var unknown =
            from file in Repository.Files("infra/hooks")
            from name in Used().Matches(Repository.Read(file)).Select(match => match.Value)
            where !known.Contains(name)
            select $"{file}: {name}";

        Violations.ShouldBeNone(unknown);
        Assert.Contains(Repository.Files("infra/hooks"), file => Used().IsMatch(Repository.Read(file)));
    }

    [Theory]
    [InlineData("infra/hooks/subscribe-events.sh")]
    [InlineData("infra/hooks/subscribe-events.ps1")]
    public void Hooks_GiveTheSubscriptionsTheirParameters(string path)
    {
        var given = Assigned().Matches(Repository.Read(path).Split("--parameters")[1]).Select(match => match.Groups[1].Value);

        Violations.ShouldBeNone(ParameterChecks.Misgiven(path, given, BicepFile.Read("infra/event-subscriptions.bicep")));
    }

    private static BicepFile Open(BicepFile file, BicepStatement module) => BicepFile.Read(Repository.FromRoot(file.Path, module.Target));

    [GeneratedRegex(@"^\$\{(\w+)(?:=[^}]*)?\}$")]
    private static partial Regex Variable();

    [GeneratedRegex(@"\b(?:AZURE|AUTH)_[A-Z_]+")]
    private static partial Regex Used();

    [GeneratedRegex(@"(\w+)=""?\$")]
    private static partial Regex Assigned();
}
