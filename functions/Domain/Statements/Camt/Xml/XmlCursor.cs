using System.Text;
using System.Xml;
using Reconciliation.Domain.Statements.Diagnostics;

namespace Reconciliation.Domain.Statements.Camt.Xml;

/// <summary>
/// A forward pass over the elements of one XML document. Broken XML is not thrown: the document ends there, every loop
/// over children with it, and <see cref="TakeFault"/> says why. Whatever a caller leaves unread of an element is skipped.
/// </summary>
internal sealed class XmlCursor : IDisposable
{
    // Bounds that no message of the standard comes near; they keep a hostile file from filling the memory.
    private const int MaxDepth = 64;
    private const int MaxText = 8 * 1024;
    private const long MaxCharacters = 1L << 36;
    private const int ShortPath = 64;

    private const int MaxPieces = 1000;

    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        MaxCharactersInDocument = MaxCharacters,
        MaxCharactersFromEntities = 1024,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        IgnoreWhitespace = true,
        CloseInput = false,
    };

    private readonly XmlFile _file;
    private readonly StringBuilder _path = new();
    private readonly char[] _content = new char[MaxText + 1];
    private Utf8Xml? _nodes;
    private XmlReader? _reader;
    private char[]? _value;
    private int _length;
    private Diagnostic? _fault;

    public XmlCursor(XmlFile file)
    {
        (_file, _nodes) = (file, file.Nodes);
        if (_nodes is null)
            _reader = XmlReader.Create(file.Text, Settings);
    }

    /// <summary>The local name of the element at hand; prefixes do not matter.</summary>
    public string Name => _nodes?.Name ?? Reader.LocalName;

    /// <summary>The namespace of the element at hand; empty for none.</summary>
    public string Namespace => _nodes?.Namespace ?? Reader.NamespaceURI;

    /// <summary>The line of the file at which the pass stands, from 1.</summary>
    public int Line => _nodes?.Line ?? (_file.Text.LinesBefore + ((IXmlLineInfo)Reader).LineNumber);

    /// <summary>The attribute Ccy of the element at hand; null for none.</summary>
    public string? Currency => _nodes is { } nodes ? nodes.Currency : Reader.GetAttribute("Ccy");

    /// <summary>The document ended before its end.</summary>
    public bool IsFaulted { get; private set; }

    /// <summary>Why the document ended before its end, once; null where it did not.</summary>
    public Diagnostic? TakeFault()
    {
        var fault = _fault;
        _fault = null;
        return fault;
    }

    /// <summary>The finding for texts beyond any length of the standard; null where there was none.</summary>
    public Diagnostic? CutText { get; private set; }

    private XmlReader Reader => _reader ?? throw new InvalidOperationException("The document is read from its bytes.");

    private XmlNodeType Node => _nodes?.Node ?? Reader.NodeType;

    private int Depth => _nodes?.Depth ?? Reader.Depth;

    private bool IsEmpty => _nodes?.IsEmpty ?? Reader.IsEmptyElement;

    /// <summary>Goes on to the next element that <paramref name="wanted"/> accepts, at any depth; false at the end.</summary>
    public bool Seek(Func<string, bool> wanted)
    {
        while (Read())
        {
            if (Node == XmlNodeType.Element && wanted(Name))
                return true;
        }

        return false;
    }

    /// <summary>The children of the element at hand, each by its local name while the cursor stands on it.</summary>
    public XmlChildren Children() => new(this, IsEmpty ? -1 : Depth);

    /// <summary>Goes on to the next child of the element at <paramref name="depth"/>; false behind its last.</summary>
    public bool NextChild(int depth)
    {
        while (Read())
        {
            switch (Node)
            {
                case XmlNodeType.Element when Depth == depth + 1:
                    return true;
                case XmlNodeType.EndElement when Depth == depth:
                    return false;
            }
        }

        return false;
    }

    /// <summary>
    /// The text of the element at hand and of what it wraps, without the blanks around it; empty for none. Texts of
    /// several children are parted by a blank. It stands until the next is read.
    /// </summary>
    public ReadOnlySpan<char> Content()
    {
        if (IsEmpty)
            return [];
        var depth = Depth;
        if (TryReadSimple(out var simple))
            return simple;
        _length = 0;
        while (Read())
        {
            switch (Node)
            {
                case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace:
                    Append(Value());
                    break;
                case XmlNodeType.EndElement when Depth == depth:
                    return _content.AsSpan(0, _length).Trim();
                case XmlNodeType.Element when _length is > 0 and <= MaxText:
                    _content[_length++] = ' ';
                    break;
            }
        }

        return [];
    }

    /// <summary>As <see cref="Content"/>; null for no text.</summary>
    public string? Text() => Content() is { IsEmpty: false } content ? new string(content) : null;

    /// <summary>As <see cref="Text"/>, for what recurs.</summary>
    public string? Word() => Content() is { IsEmpty: false } content ? _file.Words.Word(content) : null;

    /// <summary>Texts one behind the other, as a string that is made once where it recurs.</summary>
    public string Join(string first, string second, string third = "", string fourth = "", string fifth = "") =>
        _file.Words.Join(first, second, third, fourth, fifth);

    /// <summary>
    /// Adds every text in the element at hand to <paramref name="other"/>, as <c>path=value</c> with the path
    /// <paramref name="parent"/>/name/... and the currency behind an amount.
    /// </summary>
    public void Keep(string parent, List<string> other)
    {
        if (IsEmpty)
            return;
        var depth = Depth;
        _path.Clear().Append(parent).Append(parent.Length == 0 ? "" : "/").Append(Name);
        var currency = Currency;
        if (TryReadSimple(out var only))
        {
            KeepText(only, currency, other);
            return;
        }

        while (Read() && !(Node == XmlNodeType.EndElement && Depth == depth))
        {
            switch (Node)
            {
                case XmlNodeType.Element when !IsEmpty:
                    _path.Append('/').Append(Name);
                    currency = Currency;
                    if (TryReadSimple(out var simple))
                    {
                        KeepText(simple, currency, other);
                        _path.Length -= Name.Length + 1;
                    }

                    break;
                case XmlNodeType.EndElement:
                    _path.Length -= Name.Length + 1;
                    break;
                case XmlNodeType.Text or XmlNodeType.CDATA:
                    _length = 0;
                    Append(Value());
                    Add(_content.AsSpan(0, _length).Trim(), currency, other);
                    break;
            }
        }
    }

    public void Dispose() => _reader?.Dispose();

    private void KeepText(ReadOnlySpan<char> text, string? currency, List<string> other)
    {
        if (!text.IsEmpty)
            Add(text, currency, other);
    }

    private void Add(ReadOnlySpan<char> text, string? currency, List<string> other)
    {
        Span<char> path = stackalloc char[ShortPath];
        if (_path.Length > ShortPath)
        {
            other.Add(currency is null ? $"{_path}={text}" : $"{_path}={text} {currency}");
            return;
        }

        _path.CopyTo(0, path, _path.Length);
        other.Add(_file.Words.Join(path[.._path.Length], "=", text, currency is null ? "" : " ", currency));
    }

    private bool Read()
    {
        if (_nodes is not { } nodes)
            return ReadNext();
        var step = nodes.Read();
        if (step == XmlStep.Node)
            return true;
        if (step == XmlStep.End)
            return false;
        Resume();
        return ReadNext();
    }

    private void Resume()
    {
        var text = _file.Resume(out var open);
        _nodes = null;
        _reader = XmlReader.Create(text, Settings);
        for (; open > 0; open--)
            ReadNext();
    }

    private bool ReadNext()
    {
        if (IsFaulted)
            return false;
        try
        {
            if (!Reader.Read())
                return false;
        }
        catch (XmlException broken)
        {
            return Fail(Explain(broken));
        }

        return Reader.Depth <= MaxDepth || Fail(DiagnosticRules.SyntaxInvalid.At(
            $"Elements are nested more than {MaxDepth} deep.", Line, Name));
    }

    private bool TryReadSimple(out ReadOnlySpan<char> text)
    {
        var length = _nodes?.TakeSimple(_content) ?? -1;
        text = length < 0 ? default : _content.AsSpan(0, length);
        if (length > 0 && !(char.IsAsciiLetterOrDigit(text[0]) && char.IsAsciiLetterOrDigit(text[^1])))
            text = text.Trim();
        return length >= 0;
    }

    // A section of CDATA may hold anything at any length, so only its beginning is taken out of the reader.
    private ReadOnlySpan<char> Value()
    {
        try
        {
            if (_nodes is null && Reader.NodeType != XmlNodeType.CDATA)
                return Reader.Value;
            _value ??= new char[Math.Max(MaxText + 1, ByteWindow.Length)];
            if (_nodes is { } nodes)
                return _value.AsSpan(0, nodes.Decode(_value));
            var length = 0;
            while (Reader.ReadValueChunk(_value, length, MaxText + 1 - length) is > 0 and var read)
                length += read;
            return _value.AsSpan(0, length);
        }
        catch (XmlException broken)
        {
            Fail(Explain(broken));
            return "";
        }
    }

    /// <summary>True where an element holds more pieces of one kind than are kept; what comes then is not read, and is reported.</summary>
    public bool IsTooMany(int pieces)
    {
        if (pieces < MaxPieces)
            return false;
        CutText ??= DiagnosticRules.SyntaxInvalid.At($"A payment has more than {MaxPieces} lines and references; the rest was not read.", Line, Name);
        return true;
    }

    private void Append(ReadOnlySpan<char> text)
    {
        if (_length + text.Length > MaxText)
        {
            CutText ??= DiagnosticRules.SyntaxInvalid.At($"A text is longer than {MaxText} characters and was cut.", Line, Name);
            _length = Math.Min(_length, MaxText);
            text = text[..(MaxText - _length)];
        }

        text.CopyTo(_content.AsSpan(_length));
        _length += text.Length;
    }

    private Diagnostic Explain(XmlException broken)
    {
        var text = _file.Text;
        var line = text.LinesBefore + Math.Max(broken.LineNumber, 1);
        if (broken.Message.Contains("DTD", StringComparison.Ordinal))
            return DiagnosticRules.SyntaxInvalid.At("The file declares a document type (DTD). A statement needs none, and one can pull in other files, so it is refused.", line);
        if (text.IsOverlong)
            return DiagnosticRules.SyntaxInvalid.At($"No element begins within {XmlText.MaxRun} characters before line {line}.", line);
        return text.IsExhausted
            ? DiagnosticRules.FileCut.At($"The file ends in the middle, in line {line}.", line)
            : DiagnosticRules.SyntaxInvalid.At($"The XML is broken in line {line}, column {broken.LinePosition}: {Reason(broken)}", line);
    }

    // The message ends with the parser's own idea of the place, which does not know of earlier documents.
    private static string Reason(XmlException broken)
    {
        var place = broken.Message.LastIndexOf(" Line ", StringComparison.Ordinal);
        return place < 0 ? broken.Message : broken.Message[..place];
    }

    private bool Fail(Diagnostic fault)
    {
        IsFaulted = true;
        _fault = fault;
        return false;
    }
}
