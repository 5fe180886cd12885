namespace Reconciliation.Infra.Bicep;

/// <summary>Cuts Bicep into tokens; comments are left out. Brackets must be closed by their like, texts by a quote.</summary>
internal sealed class BicepLexer
{
    private const string Opening = "([{";
    private const string Closing = ")]}";

    private readonly string _source;
    private readonly List<BicepToken> _tokens = [];
    private readonly Stack<(char Sign, int Line)> _open = new();
    private int _at;
    private int _line;

    private BicepLexer(string source, int line) => (_source, _line) = (source, line);

    public static IReadOnlyList<BicepToken> Tokens(string source, int line = 1)
    {
        var lexer = new BicepLexer(source.ReplaceLineEndings("\n"), line);
        while (lexer._at < lexer._source.Length)
            lexer.Next();
        if (lexer._open.TryPeek(out var open))
            throw new BicepSyntaxException($"'{open.Sign}' is never closed.", open.Line);
        return lexer._tokens;
    }

    private void Next()
    {
        var c = _source[_at];
        if (c == '\n')
            EndLine();
        else if (char.IsWhiteSpace(c))
            _at++;
        else if (Ahead("//"))
            _at = EndOr("\n", _source.Length);
        else if (Ahead("/*"))
            SkipComment();
        else if (Ahead("'''"))
            ReadLines();
        else if (c == '\'')
            ReadText();
        else if (char.IsLetter(c) || c == '_')
            Take(BicepTokenKind.Word, each => char.IsLetterOrDigit(each) || each == '_');
        else if (char.IsDigit(c))
            Take(BicepTokenKind.Number, char.IsLetterOrDigit);
        else
            ReadSign(c);
    }

    private void EndLine()
    {
        Add(BicepTokenKind.LineEnd, "\n");
        _at++;
        _line++;
    }

    private void SkipComment()
    {
        var end = EndOr("*/", -1);
        if (end < 0)
            throw new BicepSyntaxException("A comment is never closed.", _line);
        _line += _source[_at..end].Count(c => c == '\n');
        _at = end + 2;
    }

    private void ReadLines()
    {
        var end = _source.IndexOf("'''", _at + 3, StringComparison.Ordinal);
        if (end < 0)
            throw new BicepSyntaxException("A text of several lines is never closed.", _line);
        var text = _source[(_at + 3)..end];
        Add(BicepTokenKind.Text, text);
        _line += text.Count(c => c == '\n');
        _at = end + 3;
    }

    private void ReadText()
    {
        var start = ++_at;
        var inserted = new List<BicepToken>();
        while (At() != '\'')
        {
            if (Ahead("${"))
                inserted.AddRange(ReadInserted());
            else
                _at += At() == '\\' ? 2 : 1;
        }

        Add(BicepTokenKind.Text, _source[start.._at], inserted);
        _at++;
    }

    private IReadOnlyList<BicepToken> ReadInserted()
    {
        var start = _at + 2;
        var depth = 1;
        _at = start;
        while (depth > 0)
        {
            var c = At();
            if (c == '\'')
                SkipText();
            else
                depth += c switch { '{' => 1, '}' => -1, _ => 0 };
            _at++;
        }

        return Tokens(_source[start..(_at - 1)], _line);
    }

    /// <summary>Goes to the quote that closes the text at hand, which may hold insertions itself.</summary>
    private void SkipText()
    {
        _at++;
        while (At() != '\'')
        {
            if (Ahead("${"))
                ReadInserted();
            else
                _at += At() == '\\' ? 2 : 1;
        }
    }

    private char At() => _at < _source.Length && _source[_at] != '\n' ? _source[_at] : throw new BicepSyntaxException("A text is never closed.", _line);

    private void ReadSign(char c)
    {
        if (Opening.Contains(c, StringComparison.Ordinal))
            _open.Push((c, _line));
        else if (Closing.IndexOf(c, StringComparison.Ordinal) is var closing and >= 0)
        {
            if (!_open.TryPop(out var open) || open.Sign != Opening[closing])
                throw new BicepSyntaxException($"'{c}' closes nothing.", _line);
        }

        Add(BicepTokenKind.Sign, c.ToString());
        _at++;
    }

    private void Take(BicepTokenKind kind, Func<char, bool> belongs)
    {
        var start = _at;
        while (_at < _source.Length && belongs(_source[_at]))
            _at++;
        Add(kind, _source[start.._at]);
    }

    private void Add(BicepTokenKind kind, string text, IReadOnlyList<BicepToken>? inserted = null) =>
        _tokens.Add(new BicepToken(kind, text, _line, inserted ?? []));

    private bool Ahead(string text) => string.CompareOrdinal(_source, _at, text, 0, text.Length) == 0;

    private int EndOr(string text, int otherwise)
    {
        var end = _source.IndexOf(text, _at, StringComparison.Ordinal);
        return end < 0 ? otherwise : end;
    }
}
