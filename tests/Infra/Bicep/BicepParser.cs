namespace Reconciliation.Infra.Bicep;

/// <summary>
/// Reads the statements of a Bicep file. It is no compiler: types, scopes and expressions are not checked, objects and lists
/// outside expressions are read. A loop is read as the value that it repeats.
/// </summary>
internal sealed class BicepParser
{
    private static readonly string[] Known = ["targetScope", "using", "param", "var", "resource", "module", "output"];

    private readonly IReadOnlyList<BicepToken> _tokens;
    private int _at;

    private BicepParser(IReadOnlyList<BicepToken> tokens) => _tokens = tokens;

    public static IEnumerable<BicepStatement> Statements(IReadOnlyList<BicepToken> tokens)
    {
        var parser = new BicepParser(tokens);
        for (parser.SkipLineEnds(); !parser.AtEnd; parser.SkipLineEnds())
        {
            if (parser.Peek.Is("@"))
                parser.Expression();
            else
                yield return parser.Statement();
        }
    }

    private bool AtEnd => _at >= _tokens.Count;

    private BicepToken Peek => AtEnd ? throw new BicepSyntaxException("The file ends too early.", _tokens[^1].Line) : _tokens[_at];

    private BicepStatement Statement()
    {
        var word = Take();
        if (!Known.Contains(word.Text))
            throw new BicepSyntaxException($"'{word.Text}' begins no statement.", word.Line);
        var name = word.Text is "targetScope" or "using" ? "" : Take().Text;
        var head = new List<BicepToken>();
        while (!AtEnd && !Peek.Is("=") && Peek.Kind != BicepTokenKind.LineEnd)
            head.Add(Take());
        var value = !AtEnd && Peek.Is("=") ? ValueBehindSign() : null;
        return new BicepStatement(word.Text, name, head, value, word.Line);
    }

    private BicepValue ValueBehindSign()
    {
        Take();
        if (Peek.IsWord("if"))
        {
            Take();
            Condition();
        }

        return Value();
    }

    private void Condition()
    {
        var depth = 0;
        do
        {
            depth += Depth(Take());
        }
        while (depth > 0);
    }

    private BicepValue Value()
    {
        if (Peek.Is("{"))
            return Object();
        if (Peek.Is("["))
            return List();
        var tokens = Expression();
        return tokens is [{ Kind: BicepTokenKind.Text, Inserted.Count: 0 } text] ? new BicepText(text.Text) : new BicepExpression(tokens);
    }

    private BicepObject Object()
    {
        var properties = new List<KeyValuePair<string, BicepValue>>();
        Take();
        for (SkipSeparators(); !Peek.Is("}"); SkipSeparators())
        {
            var name = Take();
            if (!Peek.Is(":"))
                throw new BicepSyntaxException($"A ':' should follow '{name.Text}'.", name.Line);
            Take();
            properties.Add(new(name.Text, Value()));
        }

        Take();
        return new BicepObject(properties);
    }

    private BicepValue List()
    {
        var items = new List<BicepValue>();
        Take();
        if (Peek.IsWord("for"))
            return Loop();
        for (SkipSeparators(); !Peek.Is("]"); SkipSeparators())
            items.Add(Value());
        Take();
        return new BicepList(items);
    }

    private BicepValue Loop()
    {
        for (var depth = 0; depth > 0 || !Peek.Is(":");)
            depth += Depth(Take());
        Take();
        var body = Value();
        SkipSeparators();
        Take();
        return body;
    }

    /// <summary>The tokens up to the end of the line, the next comma or the bracket that closes what is around.</summary>
    private List<BicepToken> Expression()
    {
        var tokens = new List<BicepToken>();
        var depth = 0;
        while (!AtEnd && !(depth == 0 && Ends()))
        {
            var token = Take();
            depth += Depth(token);
            if (token.Kind != BicepTokenKind.LineEnd)
                tokens.Add(token);
        }

        return tokens;
    }

    private bool Ends() =>
        Peek.Is(",") || Depth(Peek) < 0 || (Peek.Kind == BicepTokenKind.LineEnd && !(NextOnLine() is { } next && (next.Is("?") || next.Is(":"))));

    private BicepToken? NextOnLine() => _tokens.Skip(_at).FirstOrDefault(token => token.Kind != BicepTokenKind.LineEnd);

    private static int Depth(BicepToken token) =>
        token.Kind != BicepTokenKind.Sign ? 0 : token.Text switch { "(" or "[" or "{" => 1, ")" or "]" or "}" => -1, _ => 0 };

    private BicepToken Take()
    {
        var token = Peek;
        _at++;
        return token;
    }

    private void SkipLineEnds()
    {
        while (!AtEnd && Peek.Kind == BicepTokenKind.LineEnd)
            _at++;
    }

    private void SkipSeparators()
    {
        while (!AtEnd && (Peek.Kind == BicepTokenKind.LineEnd || Peek.Is(",")))
            _at++;
    }
}
