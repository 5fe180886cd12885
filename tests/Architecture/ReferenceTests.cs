namespace Reconciliation.Architecture;

/// <summary>References run one way: Host.* → Storage.* → Pipeline → Domain.</summary>
public class ReferenceTests
{
    [Fact]
    public void Projects_ReferenceOnlyWhatLiesBelowThem()
    {
        var upward =
            from project in Project.All
            from reference in project.References
            let other = Project.All.SingleOrDefault(p => p.Name == reference)
            where other is null || !project.MayUse(other)
            select $"{project.Name} → {reference}";

        Violations.ShouldBeNone(upward);
    }

    [Fact]
    public void Assemblies_NameOnlyWhatLiesBelowThem()
    {
        var upward =
            from project in Project.All
            from name in ReferencesOf(project)
            let other = Project.All.SingleOrDefault(p => p.AssemblyName == name)
            where other is not null && !project.MayUse(other)
            select $"{project.Name} → {name}";

        Violations.ShouldBeNone(upward);
    }

    [Fact]
    public void Domain_NeedsNothingButCsvHelperAndTheBaseLibraries()
    {
        var domain = Project.All.Single(project => project.Name == "Domain");

        Assert.Equal("Microsoft.NET.Sdk", domain.File.Attribute("Sdk")?.Value);
        Assert.Equal(["CsvHelper"], domain.Packages);
        Assert.Empty(domain.File.Descendants("FrameworkReference"));
        Assert.All(ReferencesOf(domain), name => Assert.True(name == "CsvHelper" || name.StartsWith("System.", StringComparison.Ordinal), name));
    }

    [Fact]
    public void Projects_StandInFoldersOfTheirOwn() => Violations.ShouldBeNone(
        Repository.Files("functions").Where(file => file.EndsWith("proj", StringComparison.Ordinal) && file.Count(c => c == '/') != 2));

    [Fact]
    public void Projects_AreThoseOfTheReadme()
    {
        var arrows = Page.Of("functions/README.md").CodeBelow("## Who may use whom");
        var named = arrows.SelectMany(line => line.Split('→', StringSplitOptions.TrimEntries)).Distinct();

        Assert.Equal(Project.All.Select(project => project.Name).Order(), named.Order());
    }

    [Fact]
    public void Solution_HoldsEveryProject()
    {
        var solution = Repository.Read("Reconciliation.sln").Replace('\\', '/');

        Violations.ShouldBeNone(Repository.Files().Where(file => file.EndsWith(".csproj", StringComparison.Ordinal))
            .Where(file => !solution.Contains($"\"{file}\"", StringComparison.Ordinal)));
    }

    /// <summary>What the assembly names because its code needs it.</summary>
    private static IEnumerable<string> ReferencesOf(Project project) =>
        project.Load().GetReferencedAssemblies().Select(name => name.Name!);
}
