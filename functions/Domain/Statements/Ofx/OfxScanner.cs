using System.Text;

namespace Reconciliation.Domain.Statements.Ofx;

/// <summary>
/// Splits OFX of either version, SGML or XML, into tags and texts. A <c>&lt;</c> that begins no tag is text; comments and
/// declarations are passed over, so no entity is ever defined by a file.
/// </summary>
internal sealed class OfxScanner(TextReader text)
{
    /// <summary>The longest text that is kept; the standard's longest element has 255 characters, a header a few hundred.</summary>
    public const int MaxText = 8192;

    private const int MaxTag = 320;
    private const int EndOfText = -1;

    private readonly StringBuilder _text = new();
    private readonly StringBuilder _tag = new();
    private bool _textIsCut;
    private int _textLine = 1;
    private int _line = 1;

    /// <summary>The line that is being read, from 1.</summary>
    public int Line => _line;

    /// <summary>The tokens of the file, in order.</summary>
    public IEnumerable<OfxToken> Tokens()
    {
        while (text.Peek() != EndOfText)
        {
            if (text.Peek() != '<')
            {
                Append((char)Take());
                continue;
            }

            var line = _line;
            Take();
            if (Markup(line) is not { } markup)
                continue;
            if (TakeText() is { } before)
                yield return before;
            yield return markup.First;
            if (markup.Second is { } second)
                yield return second;
        }

        if (TakeText() is { } last)
            yield return last;
    }

    // What follows a '<' that was taken; null where it yields no token.
    private (OfxToken First, OfxToken? Second)? Markup(int line)
    {
        _tag.Clear();
        switch (text.Peek())
        {
            case '!':
                Take();
                Declaration();
                return null;
            case '?':
                Take();
                return (new OfxToken(OfxTokenKind.Instruction, UpTo(">", MaxText).TrimEnd('?'), line), null);
            case '/':
                _tag.Append((char)Take());
                return Tag(OfxTokenKind.Close, line);
            default:
                return Tag(OfxTokenKind.Open, line);
        }
    }

    private (OfxToken First, OfxToken? Second)? Tag(OfxTokenKind kind, int line)
    {
        var start = _tag.Length;
        while (IsNameCharacter(text.Peek(), _tag.Length == start) && _tag.Length < MaxTag)
            _tag.Append((char)Take());
        var name = _tag.ToString(start, _tag.Length - start).ToUpperInvariant();
        if (text.Peek() is ' ' or '\t' or '/')
            Attributes();
        if (name.Length == 0 || text.Peek() != '>')
        {
            // Not a tag after all: the characters belong to the text, as in "A<B".
            Append('<');
            foreach (var character in _tag.ToString())
                Append(character);
            return null;
        }

        Take();
        var token = new OfxToken(kind, name, line);
        return (token, kind == OfxTokenKind.Open && _tag[^1] == '/' ? token with { Kind = OfxTokenKind.Close } : null);
    }

    private void Attributes()
    {
        while (text.Peek() is not (EndOfText or '<' or '>' or '\n') && _tag.Length < MaxTag)
            _tag.Append((char)Take());
    }

    private void Declaration()
    {
        switch (text.Peek())
        {
            case '-':
                UpTo("-->", 0);
                break;
            case '[':
                CharacterData();
                break;
            case (>= 'A' and <= 'Z') or (>= 'a' and <= 'z'):
                UpTo(">", 0);
                break;
            default:
                Append('<');
                Append('!');
                break;
        }
    }

    private void CharacterData()
    {
        const string start = "[CDATA[";
        var content = UpTo("]]>", MaxText + start.Length);
        if (!content.StartsWith(start, StringComparison.Ordinal))
            return;
        // Entities have no meaning in here.
        foreach (var character in content[start.Length..].Replace("&", "&amp;", StringComparison.Ordinal))
            Append(character);
    }

    // Takes everything through the end mark; answers what stands before it, its first characters at least.
    private string UpTo(string end, int kept)
    {
        var content = new StringBuilder();
        while (text.Peek() != EndOfText)
        {
            content.Append((char)Take());
            if (content.Length >= end.Length && content.ToString(content.Length - end.Length, end.Length) == end)
            {
                content.Length -= end.Length;
                break;
            }

            if (content.Length >= kept + end.Length)
                content.Remove(kept, 1);
        }

        return content.ToString();
    }

    private OfxToken? TakeText()
    {
        var value = OfxText.Plain(_text.ToString());
        var token = value.Length > 0 ? new OfxToken(OfxTokenKind.Text, value, _textLine, _textIsCut) : (OfxToken?)null;
        _text.Clear();
        _textIsCut = false;
        return token;
    }

    private void Append(char character)
    {
        if (_text.Length == 0)
        {
            if (char.IsWhiteSpace(character))
                return;
            _textLine = _line;
        }

        if (_text.Length < MaxText)
            _text.Append(character);
        else
            _textIsCut |= !char.IsWhiteSpace(character);
    }

    private int Take()
    {
        var character = text.Read();
        if (character == '\n' || (character == '\r' && text.Peek() != '\n'))
            _line++;
        return character;
    }

    private static bool IsNameCharacter(int character, bool first) =>
        character is (>= 'A' and <= 'Z') or (>= 'a' and <= 'z') ||
        (!first && character is (>= '0' and <= '9') or '.' or '_' or '-' or ':');
}
