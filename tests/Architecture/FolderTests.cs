using System.Collections.Immutable;
using Reconciliation.Architecture.Metadata;
using Reconciliation.Domain.Ledger;

namespace Reconciliation.Architecture;

/// <summary>The folders of the domain use each other only as its README's table says.</summary>
public class FolderTests
{
    private const string Root = "Reconciliation.Domain";
    private const string Formats = "Reconciliation.Domain.Statements.";

    private static ImmutableArray<Use> Uses { get; } =
        [.. AssemblyUses.Of(typeof(DebtorAccount).Assembly).Where(use => use.Type.StartsWith(Root, StringComparison.Ordinal))];

    [Fact]
    public void Folders_UseWhatTheTableAllows()
    {
        var allowed = Page.Of("functions/Domain/README.md").TableBelow("## Folders")
            .ToDictionary(row => FolderIn(row[0]), row => row[2].Split(',').Select(FolderIn).Append(FolderIn(row[0])).ToHashSet());

        var forbidden = Uses.Where(use => !allowed[Folder(Use.NamespaceOf(use.Where))].Contains(Folder(use.Namespace))).Select(use => use.ToString());

        Assert.Equal(Repository.Folders("functions/Domain"), allowed.Keys.Order(StringComparer.Ordinal));
        Violations.ShouldBeNone(forbidden);
    }

    [Fact]
    public void Formats_KnowNothingOfEachOther()
    {
        var across =
            from use in Uses
            let user = FormatOf(Use.NamespaceOf(use.Where))
            let used = FormatOf(use.Namespace)
            where user is not null && used is not null && user != used
            select use.ToString();

        Violations.ShouldBeNone(across);
    }

    private static string FolderIn(string cell) => cell.Trim(' ', '`', '/');

    /// <summary>The scalars of Money stand in the namespace of the domain itself.</summary>
    private static string Folder(string space) => space == Root ? "Money" : space[(Root.Length + 1)..].Split('.')[0];

    private static string? FormatOf(string space)
    {
        if (!space.StartsWith(Formats, StringComparison.Ordinal))
            return null;
        var folder = space[Formats.Length..].Split('.')[0];
        return folder is "Text" or "Diagnostics" ? null : folder;
    }
}
