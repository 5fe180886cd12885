using System.Text;
using System.Xml;
using Reconciliation.Domain.Statements.Diagnostics;
using Reconciliation.Domain.Statements.Text;

namespace Reconciliation.Domain.Statements.Camt.Xml;

/// <summary>
/// A file of one XML document, or of several one behind the other, each with its declaration. UTF-8 is read from the bytes
/// by <see cref="Utf8Xml"/>; other encodings, and the rest of a file from the first place on that it does not take, by
/// <see cref="XmlReader"/>, which alone decides what is broken.
/// </summary>
internal sealed class XmlFile : IDisposable
{
    private readonly ByteWindow _window;
    private readonly string? _departure;
    private XmlText? _text;
    private int _documents = 1;
    private bool _blanksFirst;

    /// <summary>Opens a file at its beginning.</summary>
    /// <param name="bytes">The file.</param>
    /// <param name="readsBytes">False leaves all of it to <see cref="XmlReader"/>.</param>
    public XmlFile(Stream bytes, bool readsBytes)
    {
        _window = new ByteWindow(bytes);
        Need(XmlEncoding.DeclarationLength);
        var encoding = XmlEncoding.Of(_window.Bytes);
        _departure = encoding.Departure;
        Nodes = new Utf8Xml(_window, Words);
        var preamble = encoding.PreambleLength;
        if (!readsBytes || encoding.Encoding is not UTF8Encoding || !TryBegin(preamble))
            (Nodes, _text) = (null, new XmlText(_window.Rest()));
    }

    /// <summary>Texts that recur.</summary>
    public Vocabulary Words { get; } = new();

    /// <summary>The nodes of the document at hand; null once they come from <see cref="XmlReader"/>.</summary>
    public Utf8Xml? Nodes { get; private set; }

    /// <summary>The characters of the document at hand where they go through <see cref="XmlReader"/>.</summary>
    public XmlText Text => _text ?? throw new InvalidOperationException("The file is read from its bytes.");

    /// <summary>Goes on with the next document, once the one at hand was read to its end; false behind the last.</summary>
    public bool NextDocument()
    {
        if (Nodes is null)
            return Text.NextDocument();
        _window.Position += Utf8Attributes.Blanks(_window.Bytes, _window.Position);
        if (_window.Position == _window.Bytes.Length)
            return false;
        _documents++;
        if (TryBegin(0))
            return true;
        _window.BeginDocument();
        (Nodes, _text) = (null, new XmlText(_window.Rest(), Start(isWithin: false)));
        return true;
    }

    /// <summary>
    /// Leaves the rest to <see cref="XmlReader"/>: gives the document as text, from the place on where <see cref="Nodes"/>
    /// stands, behind the tags that are open there.
    /// </summary>
    /// <param name="nodes">How many tags those are.</param>
    public TextReader Resume(out int nodes)
    {
        if (Nodes is not { } read)
            throw new InvalidOperationException("The file is not read from its bytes.");
        var place = _window.Settle(read.Open);
        (TextPlace Place, string Tag)[] tags = read.Open.Count > 0 || !read.HasRoot ? [.. read.Open.Tags()] : [(default, "<x/>")];
        nodes = tags.Length;
        (Nodes, _text) = (null, new XmlText(_window.Rest(), Start(isWithin: true) with { Lines = _window.LinesBefore + place.Line }));
        return new ResumedText(tags, place, _text);
    }

    /// <summary>What is wrong with the file as a whole.</summary>
    public IEnumerable<Diagnostic> Findings() =>
        _text is { } text ? text.Findings() : XmlText.Findings(_departure, _blanksFirst, _documents, _window.LinesBefore);

    public void Dispose() => _text?.Dispose();

    private XmlTextStart Start(bool isWithin) => new(isWithin, _departure, _blanksFirst, _documents, _window.LinesBefore, _window.LinesBefore);

    // Takes the blanks before a document and its declaration; takes nothing where they are not as usual.
    private bool TryBegin(int preamble)
    {
        var blanks = preamble + Utf8Attributes.Blanks(_window.Bytes, _window.Position + preamble);
        Need(blanks + XmlEncoding.DeclarationLength);
        var document = _window.Bytes[Math.Min(_window.Position + blanks, _window.Bytes.Length)..];
        var declaration = Utf8Declaration.Length(document);
        if (document.IsEmpty || document[0] != '<' || (declaration == 0 && document.StartsWith(Utf8Declaration.Start)))
            return false;
        _blanksFirst |= _documents == 1 && blanks > preamble && document.StartsWith(Utf8Declaration.Start);
        _window.Position += blanks;
        Nodes?.BeginDocument();
        _window.Position += declaration;
        return true;
    }

    private void Need(int bytes)
    {
        while (_window.Bytes.Length - _window.Position < bytes && _window.TryGrow())
        {
        }
    }
}
