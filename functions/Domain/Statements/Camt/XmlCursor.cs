using System.Text;
using System.Xml;
using Reconciliation.Domain.Statements.Diagnostics;

namespace Reconciliation.Domain.Statements.Camt;

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

    private readonly XmlText _text;
    private readonly XmlReader _reader;
    private readonly IXmlLineInfo _place;
    private readonly StringBuilder _path = new();
    private char[]? _section;
    private Diagnostic? _fault;

    public XmlCursor(XmlText text)
    {
        _text = text;
        _reader = XmlReader.Create(text, Settings);
        _place = (IXmlLineInfo)_reader;
    }

    /// <summary>The local name of the element at hand; prefixes do not matter.</summary>
    public string Name => _reader.LocalName;

    /// <summary>The namespace of the element at hand; empty for none.</summary>
    public string Namespace => _reader.NamespaceURI;

    /// <summary>The line of the file at which the pass stands, from 1.</summary>
    public int Line => _text.LinesBefore + _place.LineNumber;

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

    /// <summary>Goes on to the next element that <paramref name="wanted"/> accepts, at any depth; false at the end.</summary>
    public bool Seek(Func<string, bool> wanted)
    {
        while (Read())
        {
            if (_reader.NodeType == XmlNodeType.Element && wanted(_reader.LocalName))
                return true;
        }

        return false;
    }

    /// <summary>The children of the element at hand, each by its local name while the cursor stands on it.</summary>
    public XmlChildren Children() => new(this, _reader.IsEmptyElement ? -1 : _reader.Depth);

    /// <summary>Goes on to the next child of the element at <paramref name="depth"/>; false behind its last.</summary>
    public bool NextChild(int depth)
    {
        while (Read())
        {
            switch (_reader.NodeType)
            {
                case XmlNodeType.Element when _reader.Depth == depth + 1:
                    return true;
                case XmlNodeType.EndElement when _reader.Depth == depth:
                    return false;
            }
        }

        return false;
    }

    /// <summary>An attribute of the element at hand; null for none.</summary>
    public string? Attribute(string name) => _reader.GetAttribute(name);

    /// <summary>
    /// The text of the element at hand and of what it wraps, without the blanks around it; empty for none. Texts of
    /// several children are parted by a blank.
    /// </summary>
    public string Content()
    {
        if (_reader.IsEmptyElement)
            return "";
        var depth = _reader.Depth;
        var content = "";
        while (Read())
        {
            switch (_reader.NodeType)
            {
                case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace:
                    content = Bounded(content.Length == 0 ? Value() : content + Value());
                    break;
                case XmlNodeType.EndElement when _reader.Depth == depth:
                    return content.Trim();
                case XmlNodeType.Element when content.Length > 0:
                    content += ' ';
                    break;
            }
        }

        return "";
    }

    /// <summary>As <see cref="Content"/>; null for no text.</summary>
    public string? Text() => Content() is { Length: > 0 } content ? content : null;

    /// <summary>
    /// Adds every text in the element at hand to <paramref name="other"/>, as <c>path=value</c> with the path
    /// <paramref name="parent"/>/name/... and the currency behind an amount.
    /// </summary>
    public void Keep(string parent, List<string> other)
    {
        if (_reader.IsEmptyElement)
            return;
        var depth = _reader.Depth;
        _path.Clear().Append(parent).Append(parent.Length == 0 ? "" : "/").Append(_reader.LocalName);
        var currency = Attribute("Ccy");
        while (Read() && !(_reader.NodeType == XmlNodeType.EndElement && _reader.Depth == depth))
        {
            switch (_reader.NodeType)
            {
                case XmlNodeType.Element when !_reader.IsEmptyElement:
                    _path.Append('/').Append(_reader.LocalName);
                    currency = Attribute("Ccy");
                    break;
                case XmlNodeType.EndElement:
                    _path.Length -= _reader.LocalName.Length + 1;
                    break;
                case XmlNodeType.Text or XmlNodeType.CDATA:
                    var value = Bounded(Value()).AsSpan().Trim();
                    other.Add(currency is null ? $"{_path}={value}" : $"{_path}={value} {currency}");
                    break;
            }
        }
    }

    public void Dispose() => _reader.Dispose();

    private bool Read()
    {
        if (IsFaulted)
            return false;
        try
        {
            if (!_reader.Read())
                return false;
        }
        catch (XmlException broken)
        {
            return Fail(Explain(broken));
        }

        return _reader.Depth <= MaxDepth || Fail(DiagnosticRules.SyntaxInvalid.At(
            $"Elements are nested more than {MaxDepth} deep.", Line, _reader.LocalName));
    }

    // A section of CDATA may hold anything at any length, so only its beginning is taken out of the reader.
    private string Value()
    {
        try
        {
            if (_reader.NodeType != XmlNodeType.CDATA)
                return _reader.Value;
            _section ??= new char[MaxText + 1];
            var length = 0;
            while (_reader.ReadValueChunk(_section, length, _section.Length - length) is > 0 and var read)
                length += read;
            return new string(_section, 0, length);
        }
        catch (XmlException broken)
        {
            Fail(Explain(broken));
            return "";
        }
    }

    private string Bounded(string text)
    {
        if (text.Length <= MaxText)
            return text;
        CutText ??= DiagnosticRules.SyntaxInvalid.At($"A text is longer than {MaxText} characters and was cut.", Line, _reader.LocalName);
        return text[..MaxText];
    }

    private Diagnostic Explain(XmlException broken)
    {
        var line = _text.LinesBefore + Math.Max(broken.LineNumber, 1);
        if (broken.Message.Contains("DTD", StringComparison.Ordinal))
            return DiagnosticRules.SyntaxInvalid.At("The file declares a document type (DTD). A statement needs none, and one can pull in other files, so it is refused.", line);
        if (_text.IsOverlong)
            return DiagnosticRules.SyntaxInvalid.At($"No element begins within {XmlText.MaxRun} characters before line {line}.", line);
        return _text.IsExhausted
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
