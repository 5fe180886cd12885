using System.Runtime.Intrinsics;
using System.Xml;
using Reconciliation.Domain.Statements.Text;

namespace Reconciliation.Domain.Statements.Camt.Xml;

/// <summary>
/// Reads the nodes of XML in UTF-8 straight from the bytes. It takes what banks write and XML allows; whatever is broken
/// or unusual (document types, instructions, names beyond ASCII, entities, wrong bytes, ...) it leaves untouched at the
/// beginning of its token, with everything that another reader needs to go on from there. So it is stricter than XML in
/// what it takes, and never the one to refuse.
/// </summary>
internal sealed class Utf8Xml
{
    // As many blanks as these are a text to XmlReader.
    private const int MostBlanks = 4096;

    private static ReadOnlySpan<byte> Section => "<![CDATA["u8;

    private readonly ByteWindow _window;
    private readonly XmlNames _names = new();
    private readonly NameGuesses _guesses = new();
    private readonly Utf8Attributes _attributes;
    private bool _hasRoot;
    private bool _isBegun;
    private string? _currency;
    private int _at;
    private int _textAt;
    private int _textEnd;
    private XmlName? _name;

    public Utf8Xml(ByteWindow window, Vocabulary words)
    {
        _window = window;
        _attributes = new Utf8Attributes(Open, _names, words);
    }

    /// <summary>The elements around what follows; that of the node at hand is added as soon as a node in it is looked for.</summary>
    public OpenElements Open { get; } = new();

    /// <summary>True once the outermost element began, within it and behind it.</summary>
    public bool HasRoot => _hasRoot;

    /// <summary>What the node at hand is: Element, EndElement, Text or CDATA.</summary>
    public XmlNodeType Node { get; private set; }

    /// <summary>How many elements are around the node.</summary>
    public int Depth { get; private set; }

    /// <summary>The element has no content.</summary>
    public bool IsEmpty { get; private set; }

    /// <summary>The name of the element without its prefix; empty for a text.</summary>
    public string Name => Node is XmlNodeType.Element or XmlNodeType.EndElement ? _name?.Local ?? "" : "";

    /// <summary>The namespace of the element.</summary>
    public string Namespace => Open.NamespaceOf(_name?.Prefix ?? "") ?? "";

    /// <summary>The attribute Ccy of the element; null for none.</summary>
    public string? Currency => Node == XmlNodeType.Element ? _currency : null;

    /// <summary>The line of the file in which the node begins, from 1.</summary>
    public int Line => _window.LinesBefore + _window.LineAt(_at) + 1;

    /// <summary>Forgets the document that ended.</summary>
    public void BeginDocument()
    {
        _hasRoot = false;
        _name = null;
        _window.BeginDocument();
        _at = _window.Position;
    }

    /// <summary>Goes on to the next node.</summary>
    public XmlStep Read()
    {
        while (true)
        {
            var step = Scan();
            if (step == XmlStep.Node)
                return step;
            if (step == XmlStep.Cut && !_window.TryGrow(Open))
                return IsOver() ? XmlStep.End : XmlStep.NotTaken;
            if (step is not (XmlStep.Cut or XmlStep.Passed))
                return step;
        }
    }

    /// <summary>The characters of the text at hand; gives their number, which is no more than the window has bytes.</summary>
    public int Decode(Span<char> characters)
    {
        var text = _window.Bytes[_textAt.._textEnd];
        return Node == XmlNodeType.CDATA ? Utf8Text.DecodeSection(text, characters) : Utf8Text.Decode(text, characters);
    }

    /// <summary>
    /// Where the element at hand holds nothing but text without references, takes the text and goes on to the element's
    /// end; gives its length. Otherwise does nothing and gives -1. By far the most elements are such.
    /// </summary>
    public int TakeSimple(Span<char> characters)
    {
        var text = _window.Bytes[_window.Position..];
        var length = Utf8Text.CopySimple(text, characters, out var bytes);
        if (length < 0 || _name is not { } name)
            return -1;
        var end = text[bytes..];
        if (end.Length < XmlName.Short || !name.Ends(Vector128.Create(end)))
            return -1;
        _isBegun = false;
        var start = _window.Position + bytes;
        Take(XmlNodeType.EndElement, Depth, start, start + name.Bytes.Length + 3);
        return length;
    }

    private bool IsOver() =>
        _window.IsLast && Open.Count == 0 && _hasRoot
        && Utf8Attributes.Blanks(_window.Bytes, _window.Position) == _window.Bytes.Length - _window.Position;

    private XmlStep Scan()
    {
        if (_isBegun && _name is { } begun)
            Open.Push(begun, _at);
        _isBegun = false;
        var bytes = _window.Bytes;
        var start = _window.Position;
        var at = start;
        if (at < bytes.Length && bytes[at] <= ' ')
        {
            at += Utf8Attributes.Blanks(bytes, at);
            if (at - start >= MostBlanks)
                return XmlStep.NotTaken;
        }

        if (bytes.Length - at >= XmlName.Short && Open.Count > 0 && _name is { } previous)
        {
            var next = Vector128.Create(bytes[at..]);
            var parent = Open.Innermost;
            if (_guesses.After(parent, previous) is { } guess && guess.Begins(next) && IsTaken(guess, bytes, at))
                return XmlStep.Node;
            if (parent.Ends(next))
                return TakeEnd(parent, at, at + parent.Bytes.Length + 3);
        }

        return ScanAny(bytes, start, at);
    }

    // A tag of a name that was met before, without attributes or with a currency alone.
    private bool IsTaken(XmlName name, ReadOnlySpan<byte> bytes, int start)
    {
        var depth = Open.Count;
        var at = start + 1 + name.Bytes.Length;
        if (depth == OpenElements.Most || name.KnownIn != Open.Version || Open.DeepestDeclaration >= depth)
            return false;
        _currency = null;
        if (bytes[at] != '>')
        {
            if (!_attributes.TryReadCurrency(bytes[at..]))
                return false;
            _currency = _attributes.Currency;
            at += Utf8Attributes.CurrencyLength;
        }

        _isBegun = true;
        IsEmpty = false;
        _name = name;
        Take(XmlNodeType.Element, depth, start, at + 1);
        return true;
    }

    private XmlStep ScanAny(ReadOnlySpan<byte> bytes, int start, int at)
    {
        if (at + 1 >= bytes.Length)
            return XmlStep.Cut;
        if (bytes[at] != '<')
            return ScanText(bytes, start, at);
        return bytes[at + 1] switch
        {
            (byte)'/' => ScanEnd(bytes, at),
            (byte)'!' => ScanMarked(bytes, at),
            (byte)'?' => ScanInstruction(bytes[at..]),
            _ => ScanStart(bytes, at),
        };
    }

    private XmlStep ScanStart(ReadOnlySpan<byte> bytes, int start)
    {
        if (!_names.TryTake(bytes[(start + 1)..], out var length, out var name))
            return XmlStep.Cut;
        var depth = Open.Count;
        if (name is null || depth == OpenElements.Most || (depth == 0 && _hasRoot))
            return XmlStep.NotTaken;
        var at = start + 1 + length;
        Open.Undeclare(depth);
        _currency = null;
        if (bytes[at] != '>')
        {
            var step = _attributes.Read(bytes, ref at, depth);
            if (step != XmlStep.Node)
                return Undo(step, depth);
            _currency = _attributes.Currency;
        }

        var isEmpty = bytes[at] == '/';
        if (isEmpty && ++at >= bytes.Length)
            return Undo(XmlStep.Cut, depth);
        if (bytes[at] != '>' || (name.Prefix.Length > 0 && Open.NamespaceOf(name.Prefix) is null))
            return Undo(XmlStep.NotTaken, depth);
        name.KnownIn = Open.Version;
        if (depth > 0 && _name is { } previous)
            _guesses.Learn(Open.Innermost, previous, name);
        _hasRoot = true;
        _isBegun = !isEmpty;
        _name = name;
        IsEmpty = isEmpty;
        return Take(XmlNodeType.Element, depth, start, at + 1);
    }

    private XmlStep Undo(XmlStep step, int depth)
    {
        Open.Undeclare(depth);
        return step;
    }

    private XmlStep ScanEnd(ReadOnlySpan<byte> bytes, int start)
    {
        if (Open.Count == 0)
            return XmlStep.NotTaken;
        var name = Open.Innermost;
        var at = start + 2 + name.Bytes.Length;
        if (at >= bytes.Length)
            return XmlStep.Cut;
        if (!bytes[(start + 2)..].StartsWith(name.Bytes))
            return XmlStep.NotTaken;
        at += Utf8Attributes.Blanks(bytes, at);
        if (at >= bytes.Length)
            return XmlStep.Cut;
        if (bytes[at] != '>')
            return XmlStep.NotTaken;
        return TakeEnd(name, start, at + 1);
    }

    private XmlStep TakeEnd(XmlName name, int start, int behind)
    {
        _name = name;
        IsEmpty = false;
        Open.Pop();
        return Take(XmlNodeType.EndElement, Open.Count, start, behind);
    }

    private XmlStep ScanText(ReadOnlySpan<byte> bytes, int start, int at)
    {
        if (Open.Count == 0)
            return XmlStep.NotTaken;
        var plain = Utf8Text.EndOfPlain(bytes[at..]);
        var end = plain < 0 ? -1 : bytes[(at + plain)..].IndexOf((byte)'<');
        if (end < 0 || at + plain + end + 1 >= bytes.Length)
            return XmlStep.Cut;
        var isPlain = end == 0 && at == start;
        end += at + plain;
        // What looks like a declaration may begin another document, and whether it does depends on what is before it.
        if (bytes[end + 1] == '?' || (!isPlain && !Utf8Text.IsCharacterData(bytes[start..end])))
            return XmlStep.NotTaken;
        return TakeText(XmlNodeType.Text, start, (start, end), end);
    }

    private XmlStep TakeText(XmlNodeType node, int start, (int At, int End) text, int behind)
    {
        (_textAt, _textEnd) = text;
        IsEmpty = false;
        return Take(node, Open.Count, start, behind);
    }

    private XmlStep ScanMarked(ReadOnlySpan<byte> bytes, int start)
    {
        var token = bytes[start..];
        if (token.Length < Section.Length)
            return XmlStep.Cut;
        if (token.StartsWith(Section))
            return Open.Count == 0 ? XmlStep.NotTaken : ScanSection(token, start);
        return token.StartsWith("<!--"u8) ? ScanComment(token, start) : XmlStep.NotTaken;
    }

    private XmlStep ScanSection(ReadOnlySpan<byte> token, int start)
    {
        var length = token.IndexOf("]]>"u8);
        if (length < 0)
            return XmlStep.Cut;
        return IsHarmless(token[Section.Length..length])
            ? TakeText(XmlNodeType.CDATA, start, (start + Section.Length, start + length), start + length + 3)
            : XmlStep.NotTaken;
    }

    private XmlStep ScanComment(ReadOnlySpan<byte> token, int start)
    {
        var length = token[4..].IndexOf("--"u8);
        if (length < 0 || length + 6 >= token.Length)
            return XmlStep.Cut;
        if (token[length + 6] != '>' || !IsHarmless(token.Slice(4, length)))
            return XmlStep.NotTaken;
        _window.Position = start + length + 7;
        return XmlStep.Passed;
    }

    // A declaration within it may still begin another document.
    private static bool IsHarmless(ReadOnlySpan<byte> text) => Utf8Text.IsAllowed(text) && text.IndexOf("<?"u8) < 0;

    private XmlStep ScanInstruction(ReadOnlySpan<byte> token)
    {
        if (token.Length <= Utf8Declaration.Start.Length)
            return XmlStep.Cut;
        return Open.Count == 0 && _hasRoot && Utf8Declaration.Begins(token) ? XmlStep.End : XmlStep.NotTaken;
    }

    private XmlStep Take(XmlNodeType node, int depth, int start, int behind)
    {
        Node = node;
        Depth = depth;
        _at = start;
        _window.Position = behind;
        return XmlStep.Node;
    }
}
