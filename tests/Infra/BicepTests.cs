using Reconciliation.Infra.Bicep;
using Reconciliation.Infra.Checks;

namespace Reconciliation.Infra;

/// <summary>The reader, and what holds for every Bicep file. No compiler is at hand: what only it could see is not seen here.</summary>
public class BicepTests
{
    [Fact]
    public void Files_AreReadAndFound()
    {
        Assert.True(BicepFile.All.Count >= 12, "Files are missing.");
        Assert.All(BicepFile.All, file => Assert.NotEmpty(file.Resources));
    }

    [Theory]
    [InlineData("var x = {\n  a: [1, 2\n}", "closes nothing")]
    [InlineData("var x = {\n  a: 'b'\n", "never closed")]
    [InlineData("var x = 'a\nvar y = 'b'", "never closed")]
    [InlineData("var x = '${a'", "never closed")]
    [InlineData("var x = '''\n a", "never closed")]
    [InlineData("var x = {\n  a 'b'\n}", "':' should follow")]
    [InlineData("vra x = 1", "begins no statement")]
    public void Reader_NotBicep_SaysWhere(string source, string why) =>
        Assert.Contains(why, Assert.Throws<BicepSyntaxException>(() => BicepFile.Of(source)).Message, StringComparison.Ordinal);

    [Fact]
    public void Reader_ObjectsListsLoopsAndConditions_AreRead()
    {
        var file = BicepFile.Of("""
            // a comment with 'quotes' and {
            @description('Who\'s there')
            param name string = 'x${toLower('y${z}')}'
            var lines = '''
              it's {
            '''
            var items = ['a', 'b']
            resource many 'Microsoft.Web/sites@2024-04-01' = [for (item, i) in items: {
              name: '${item}-${i}'
              sku: i > 0
                ? { name: 'P' }
                : { name: 'S' }
              properties: { on: true, 'odd.name': [ { deep: 'yes' } ] }
            }]
            resource one 'Microsoft.Web/sites@2024-04-01' = if (!empty(name)) {
              name: 'one'
            }
            """);

        Assert.Equal(["name", "lines", "items", "many", "one"], file.Statements.Select(statement => statement.Name));
        Assert.Equal(["a", "b"], file.TextsOf("items"));
        Assert.Equal("one", file.Value("resource", "one")["name"]!.AsText);
        var deep = (BicepList)file.Value("resource", "many")["properties", "odd.name"]!;
        Assert.Equal("yes", deep.Items[0]["deep"]!.AsText);
        Assert.Contains("'P'", ((BicepExpression)file.Value("resource", "many")["sku"]!).Text, StringComparison.Ordinal);
        Assert.Contains(file.Tokens, token => token.IsWord("z"));
    }

    [Fact]
    public void Types_HaveADatedVersion() => Violations.ShouldBeNone(BicepFile.All.SelectMany(TextChecks.BadTypes));

    [Theory]
    [InlineData("Microsoft.Web/sites")]
    [InlineData("Microsoft.Web/sites@latest")]
    [InlineData("Microsoft.Web/sites@2024-13-01")]
    [InlineData("Web/sites@2024-04-01")]
    public void Types_WithoutADatedVersion_AreFound(string type) =>
        Assert.Single(TextChecks.BadTypes(BicepFile.Of($"resource a '{type}' = {{\n  name: 'a'\n}}")));

    [Fact]
    public void Types_OfOneKind_HaveOneVersion()
    {
        var several =
            from resource in BicepFile.All.SelectMany(file => file.Resources)
            group resource.Target by resource.Target.Split('@')[0] into kind
            where kind.Distinct().Count() > 1
            select string.Join(", ", kind.Distinct());

        Violations.ShouldBeNone(several);
    }

    [Fact]
    public void LoadedFiles_AreThere()
    {
        var lost =
            from file in BicepFile.All
            from pair in file.Tokens.Zip(file.Tokens.Skip(2))
            where pair.First.IsWord("loadJsonContent") || pair.First.IsWord("loadTextContent")
            where !Repository.Holds(Repository.FromRoot(file.Path, pair.Second.Text))
            select $"{file.Path}: {pair.Second.Text}";

        Violations.ShouldBeNone(lost);
    }
}
