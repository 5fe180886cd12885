using System.Collections.Immutable;
using System.Reflection;
using System.Xml.Linq;

namespace Reconciliation.Architecture;

/// <summary>A project of functions/ as its file states it.</summary>
internal sealed record Project(string Name, XElement File)
{
    /// <summary>The layers, the lowest first: a project uses those below its own. A name's first word is its layer.</summary>
    private static ImmutableArray<string> Layers { get; } = ["Domain", "Pipeline", "Storage", "Host"];

    public static ImmutableArray<Project> All { get; } =
    [
        .. Repository.Files("functions").Where(file => file.EndsWith(".csproj", StringComparison.Ordinal) && file.Count(c => c == '/') == 2)
            .Select(file => new Project(file.Split('/')[1], XElement.Parse(Repository.Read(file)))),
    ];

    public int Layer => Layers.IndexOf(Name.Split('.')[0]) is var layer and >= 0
        ? layer
        : throw new InvalidOperationException($"functions/{Name} is of no layer: {string.Join(", ", Layers)}.");

    /// <summary>The name of its assembly.</summary>
    public string AssemblyName => File.Descendants("AssemblyName").FirstOrDefault()?.Value ?? $"Reconciliation.{Name}";

    /// <summary>The folders of the projects that it references.</summary>
    public IEnumerable<string> References =>
        File.Descendants("ProjectReference").Select(reference => reference.Attribute("Include")!.Value.Replace('\\', '/').Split('/')[^2]);

    /// <summary>The packages that it needs when it runs; those with private assets serve the build alone.</summary>
    public IEnumerable<string> Packages =>
        File.Descendants("PackageReference").Where(package => package.Attribute("PrivateAssets")?.Value != "all")
            .Select(package => package.Attribute("Include")!.Value);

    /// <summary>Its assembly; it lies beside that of the tests, which must reference every project.</summary>
    public Assembly Load() => Assembly.LoadFrom(Path.Combine(AppContext.BaseDirectory, AssemblyName + ".dll"));

    public bool MayUse(Project other) => other.Layer < Layer;
}
