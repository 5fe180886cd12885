using System.Buffers;
using System.Runtime.Intrinsics;
using System.Text;

namespace Reconciliation.Domain.Statements.Ofx;

/// <summary>
/// Splits OFX of either version, SGML or XML, into tags and texts. Plain tags and the texts before them are read straight
/// from the bytes; whatever else there is, <see cref="OfxMarkup"/> takes apart.
/// </summary>
internal sealed class OfxScanner
{
    /// <summary>The longest text that is kept; the standard's longest element has 255 characters, a header a few hundred.</summary>
    public const int MaxText = 8192;

    // What means itself in a text: printable ASCII but for the beginnings of tags and entities.
    private static readonly SearchValues<byte> Plain = SearchValues.Create(
        [.. Enumerable.Range(' ', 0x7F - ' ').Select(b => (byte)b).Except("<&"u8.ToArray())]);

    private readonly bool _readsPlainTags;
    private readonly OfxWindow _window;
    private readonly OfxMarkup _markup;
    private readonly OfxTags _tags = new();
    private OfxTag _previous = new([], OfxName.None);
    private OfxTag? _waiting;
    private int _waitingLine;
    private int _textAt;
    private int _textLength;
    private string? _text;

    /// <summary>A scanner of a text in UTF-8; one that does not read plain tags itself leaves everything to <see cref="OfxMarkup"/>.</summary>
    public OfxScanner(Stream text, bool readsPlainTags)
    {
        _readsPlainTags = readsPlainTags;
        _window = new OfxWindow(text);
        _markup = new OfxMarkup(_window);
    }

    private enum Quick
    {
        Taken,

        /// <summary>The bytes at hand end too early.</summary>
        Cut,
        Unusual,
    }

    /// <summary>The line that is being read, from 1.</summary>
    public int Line => _window.Line;

    /// <summary>What the token at hand is.</summary>
    public OfxTokenKind Kind { get; private set; }

    /// <summary>The name of a tag.</summary>
    public OfxName Name { get; private set; } = OfxName.None;

    /// <summary>The line on which the token begins, from 1.</summary>
    public int TokenLine { get; private set; }

    /// <summary>The text was longer than <see cref="MaxText"/>.</summary>
    public bool IsCut { get; private set; }

    /// <summary>The text, or what stands in an instruction.</summary>
    public OfxValue Value => _text is null ? new OfxValue(_window.At(_textAt, _textLength)) : new OfxValue(_text);

    /// <summary>Goes on to the next token; false at the end of the text.</summary>
    public bool Next()
    {
        if (_waiting is { } tag)
        {
            _waiting = null;
            Give(tag, _waitingLine);
            return true;
        }

        if (_readsPlainTags && !_markup.HasTokens)
        {
            var quick = TryRead();
            while (quick == Quick.Cut && _window.TryGrow())
                quick = TryRead();
            if (quick == Quick.Taken)
                return true;
        }

        if (!_markup.TryRead(out var token))
            return false;
        (Kind, Name, _text, TokenLine, IsCut) = (token.Kind, token.Name, token.Value, token.Line, token.IsCut);
        return true;
    }

    // A plain tag, or a text with the plain tag behind it.
    private Quick TryRead()
    {
        var bytes = _window.Bytes;
        var lines = 0;
        var start = Blanks(bytes, 0, ref lines);
        if (start < 0)
            return Quick.Cut;
        if (bytes[start] == '<')
            return TryTag(bytes, start, _window.Line + lines, lines);
        var textLine = _window.Line + lines;
        var end = start + EndOfPlain(bytes[start..]);
        var next = end;
        _text = null;
        if (end < start || (bytes[end] != '<' && (next = Blanks(bytes, end, ref lines)) < 0))
            return Quick.Cut;
        if (bytes[next] != '<')
        {
            var length = bytes[next..].IndexOf((byte)'<');
            if (length < 0 || next + length - start > MaxText)
                return length < 0 && bytes.Length - start <= MaxText ? Quick.Cut : Quick.Unusual;
            CountLines(bytes[next..(next + length)], ref lines);
            next += length;
            _text = OfxText.Plain(Encoding.UTF8.GetString(bytes[start..next]));
        }
        else if (end - start > MaxText)
        {
            return Quick.Unusual;
        }

        (_textAt, _textLength) = (_window.Position + start, bytes[start..end].TrimEnd((byte)' ').Length);
        var quick = TryTag(bytes, next, _window.Line + lines, lines);
        // A text of nothing but blanks beyond ASCII is none.
        if (quick != Quick.Taken || _text is { Length: 0 })
            return quick;
        (_waiting, _waitingLine) = (_previous, TokenLine);
        (Kind, TokenLine, IsCut) = (OfxTokenKind.Text, textLine, false);
        return Quick.Taken;
    }

    private Quick TryTag(ReadOnlySpan<byte> bytes, int at, int line, int lines)
    {
        var rest = bytes[at..];
        if (rest.Length < OfxTag.Short)
            return Quick.Cut;
        var tag = _previous.Next is { } guess && guess.Begins(Vector128.Create(rest)) ? guess : _tags.Find(rest);
        if (tag is null)
            return Quick.Unusual;
        if (_previous.Next != tag)
            _previous.Next = tag;
        _previous = tag;
        _window.Take(at + tag.Bytes.Length, lines);
        Give(tag, line);
        return Quick.Taken;
    }

    private void Give(OfxTag tag, int line) =>
        (Kind, Name, TokenLine, IsCut) = (tag.IsClose ? OfxTokenKind.Close : OfxTokenKind.Open, tag.Name, line, false);

    private static int EndOfPlain(ReadOnlySpan<byte> bytes)
    {
        var end = bytes.IndexOfAnyExcept(Plain);
        return end < 0 ? int.MinValue : end;
    }

    // The first byte behind blanks; -1 where the bytes end before.
    private static int Blanks(ReadOnlySpan<byte> bytes, int at, ref int lines)
    {
        while (at < bytes.Length && bytes[at] <= ' ')
        {
            if (bytes[at] == '\n')
                lines++;
            else if (bytes[at] == '\r' && at + 1 < bytes.Length && bytes[at + 1] != '\n')
                lines++;
            at++;
            if (at < bytes.Length && bytes[at] == ' ')
                at += Spaces(bytes[at..]);
        }

        return at < bytes.Length ? at : -1;
    }

    // Elements of XML are indented by many.
    private static int Spaces(ReadOnlySpan<byte> bytes) => bytes.IndexOfAnyExcept((byte)' ') is >= 0 and var length ? length : bytes.Length;

    private static void CountLines(ReadOnlySpan<byte> text, ref int lines) =>
        lines += text.Count((byte)'\n') + text.Count((byte)'\r') - text.Count("\r\n"u8);
}
