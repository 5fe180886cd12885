using System.Text;

namespace Reconciliation.Domain.Statements.Ofx;

/// <summary>
/// Takes any OFX apart, byte by byte. A <c>&lt;</c> that begins no tag is text; comments and declarations are passed over, so
/// no entity is ever defined by a file. It may begin wherever no token has begun.
/// </summary>
internal sealed class OfxMarkup(OfxWindow window)
{
    private const int MaxTag = 320;

    private readonly Queue<OfxToken> _tokens = new();
    private readonly OfxTextBuffer _text = new();
    private readonly List<byte> _tag = [];

    /// <summary>Whether tokens wait to be taken.</summary>
    public bool HasTokens => _tokens.Count > 0;

    /// <summary>Takes the next token; false at the end of the text.</summary>
    public bool TryRead(out OfxToken token)
    {
        while (_tokens.Count == 0 && window.Peek() != OfxWindow.EndOfText)
            Read();
        if (_tokens.Count == 0)
            TakeText();
        return _tokens.TryDequeue(out token);
    }

    private void Read()
    {
        var line = window.Line;
        var value = window.Take();
        if (value == '<')
            Markup(line);
        else
            _text.Append(value, window.Line);
    }

    // What follows a '<' that was taken.
    private void Markup(int line)
    {
        _tag.Clear();
        switch (window.Peek())
        {
            case '!':
                window.Take();
                Declaration();
                break;
            case '?':
                window.Take();
                var content = UpTo(">"u8, OfxScanner.MaxText).TrimEnd('?');
                TakeText();
                _tokens.Enqueue(new OfxToken(OfxTokenKind.Instruction, OfxName.None, content, line));
                break;
            case '/':
                _tag.Add(window.Take());
                Tag(OfxTokenKind.Close, line);
                break;
            default:
                Tag(OfxTokenKind.Open, line);
                break;
        }
    }

    private void Tag(OfxTokenKind kind, int line)
    {
        var start = _tag.Count;
        while (OfxTags.IsNameCharacter(window.Peek(), _tag.Count == start) && _tag.Count < MaxTag)
            _tag.Add(window.Take());
        var name = Encoding.ASCII.GetString([.. _tag], start, _tag.Count - start).ToUpperInvariant();
        if (window.Peek() is ' ' or '\t' or '/')
            Attributes();
        if (name.Length == 0 || window.Peek() != '>')
        {
            // Not a tag after all: the characters belong to the text, as in "A<B".
            _text.Append((byte)'<', window.Line);
            _text.Append(_tag, window.Line);
            return;
        }

        window.Take();
        TakeText();
        var token = new OfxToken(kind, OfxName.Of(name), "", line);
        _tokens.Enqueue(token);
        if (kind == OfxTokenKind.Open && _tag[^1] == '/')
            _tokens.Enqueue(token with { Kind = OfxTokenKind.Close });
    }

    private void Attributes()
    {
        while (window.Peek() is not (OfxWindow.EndOfText or '<' or '>' or '\n') && _tag.Count < MaxTag)
            _tag.Add(window.Take());
    }

    private void Declaration()
    {
        switch (window.Peek())
        {
            case '-':
                UpTo("-->"u8, 0);
                break;
            case '[':
                CharacterData();
                break;
            case (>= 'A' and <= 'Z') or (>= 'a' and <= 'z'):
                UpTo(">"u8, 0);
                break;
            default:
                _text.Append("<!"u8, window.Line);
                break;
        }
    }

    private void CharacterData()
    {
        const string start = "[CDATA[";
        var content = UpTo("]]>"u8, OfxScanner.MaxText + start.Length);
        // Entities have no meaning in here.
        if (content.StartsWith(start, StringComparison.Ordinal))
            _text.Append(Encoding.UTF8.GetBytes(content[start.Length..].Replace("&", "&amp;", StringComparison.Ordinal)), window.Line);
    }

    // Takes everything through the end mark; answers what stands before it, its first bytes at least.
    private string UpTo(ReadOnlySpan<byte> end, int kept)
    {
        var content = new List<byte>();
        Span<byte> last = stackalloc byte[end.Length];
        last.Clear();
        var count = 0L;
        while (window.Peek() != OfxWindow.EndOfText)
        {
            var value = window.Take();
            last[1..].CopyTo(last);
            last[^1] = value;
            if (content.Count < kept + end.Length)
                content.Add(value);
            if (++count < end.Length || !last.SequenceEqual(end))
                continue;
            count -= end.Length;
            break;
        }

        return Encoding.UTF8.GetString([.. content], 0, (int)Math.Min(count, Math.Min(kept, content.Count)));
    }

    private void TakeText()
    {
        if (_text.Take(out var isCut, out var line) is { Length: > 0 } text)
            _tokens.Enqueue(new OfxToken(OfxTokenKind.Text, OfxName.None, text, line, isCut));
    }
}
