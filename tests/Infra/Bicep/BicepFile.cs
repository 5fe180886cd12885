namespace Reconciliation.Infra.Bicep;

/// <summary>A Bicep or bicepparam file as far as the checks need it.</summary>
internal sealed class BicepFile
{
    private BicepFile(string path, string source)
    {
        Path = path;
        Source = source;
        var tokens = BicepLexer.Tokens(source);
        Tokens = [.. tokens.SelectMany(token => token.Flat)];
        Statements = [.. BicepParser.Statements(tokens)];
    }

    public static BicepFile Main { get; } = Read("infra/main.bicep");

    /// <summary>Every .bicep file.</summary>
    public static IReadOnlyList<BicepFile> All { get; } =
        [.. Repository.Files("infra").Where(file => file.EndsWith(".bicep", StringComparison.Ordinal)).Select(Read)];

    /// <summary>Relative to the root.</summary>
    public string Path { get; }

    public string Source { get; }

    /// <summary>Every token, those inserted into texts among them.</summary>
    public IReadOnlyList<BicepToken> Tokens { get; }

    public IReadOnlyList<BicepStatement> Statements { get; }

    public IEnumerable<BicepStatement> Parameters => Statements.Where(statement => statement.Word == "param");

    public IEnumerable<BicepStatement> Resources => Statements.Where(statement => statement.Word == "resource");

    public IEnumerable<BicepStatement> Modules => Statements.Where(statement => statement.Word == "module");

    public IEnumerable<string> Outputs => Statements.Where(statement => statement.Word == "output").Select(statement => statement.Name);

    public static BicepFile Read(string path) => new(path, Repository.Read(path));

    public static BicepFile Of(string source) => new("sample.bicep", source);

    /// <summary>The value of a statement by what it declares and its name.</summary>
    public BicepValue Value(string word, string name) =>
        Statements.Single(statement => statement.Word == word && statement.Name == name).Value
        ?? throw new InvalidOperationException($"{Path}: {name} has no value.");

    /// <summary>The plain texts of a list that a variable holds.</summary>
    public IReadOnlySet<string> TextsOf(string variable) =>
        ((BicepList)Value("var", variable)).Items.Select(item => item.AsText!).ToHashSet();

    /// <summary>The objects of a list that a variable holds.</summary>
    public IReadOnlyList<BicepObject> ObjectsOf(string variable) => [.. ((BicepList)Value("var", variable)).Items.Cast<BicepObject>()];
}
