namespace Reconciliation.Architecture;

/// <summary>The trees in the READMEs list the folders that exist, and nothing else.</summary>
public class TreeTests
{
    /// <summary>Each page with the folders whose inside its tree must show, beside those that it shows by itself.</summary>
    public static TheoryData<string, string[]> Pages => new()
    {
        { "README.md", ["functions"] },
        { "functions/README.md", Repository.Folders("functions").Where(folder => Repository.Folders($"functions/{folder}").Count > 0).ToArray() },
        { "tests/README.md", ["Fixtures"] },
    };

    [Theory]
    [MemberData(nameof(Pages))]
    public void Tree_ListsTheFoldersThatExist(string path, string[] shown)
    {
        var page = Page.Of(path);
        var tree = FolderTree.Of(page.CodeBelow("## The tree"));

        Assert.Superset(shown.ToHashSet(), tree.Keys.ToHashSet());
        Assert.All(tree, folder => Assert.Equal(
            Repository.Folders(page.FromRoot(folder.Key)).Where(name => !name.StartsWith('.')), folder.Value.Order(StringComparer.Ordinal)));
    }
}
