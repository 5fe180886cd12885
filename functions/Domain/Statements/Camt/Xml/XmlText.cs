using System.Text;
using Reconciliation.Domain.Statements.Diagnostics;

namespace Reconciliation.Domain.Statements.Camt.Xml;

/// <summary>
/// The characters of a file that holds one XML document, or several one behind the other, each with its declaration. To
/// its reader the text ends where a document does; <see cref="NextDocument"/> goes on with the next.
/// </summary>
/// <remarks>
/// <c>_characters[_start.._limit]</c> may be given out; what stands from <c>_limit</c> to <c>_end</c> waits, either
/// because another document begins there or because it may be the first half of a declaration.
/// </remarks>
internal sealed class XmlText : TextReader
{
    /// <summary>How many characters may stand between two beginnings of tags; it bounds what one of them can take of the memory.</summary>
    public const int MaxRun = 1 << 20;

    private const int BlockLength = 16 * 1024;
    private const string Declaration = "<?xml";
    private const char Mark = '\uFEFF';

    private readonly Stream _bytes;
    private readonly byte[] _block = new byte[BlockLength];
    private readonly char[] _characters;
    private readonly Decoder _decoder;
    private readonly InvalidBytes _invalid = new();
    private readonly string? _departure;
    private int _pending;
    private int _pendingStart;
    private int _start;
    private int _limit;
    private int _end;
    private int _lines;
    private int _run;
    private int _documents = 1;
    private int _firstInvalidLine;
    private bool _atDocumentStart = true;
    private bool _atNextDocument;
    private bool _ended;
    private bool _blanksFirst;
    private char _lastGiven;

    public XmlText(Stream bytes)
    {
        _bytes = bytes;
        _pending = bytes.ReadAtLeast(_block, XmlEncoding.DeclarationLength, throwOnEndOfStream: false);
        var encoding = XmlEncoding.Of(_block.AsSpan(0, _pending));
        _departure = encoding.Departure;
        _pendingStart = encoding.PreambleLength;
        _decoder = encoding.Encoding.GetDecoder();
        _decoder.Fallback = _invalid;
        _characters = new char[encoding.Encoding.GetMaxCharCount(BlockLength) + 64];
    }

    /// <summary>Goes on with a file of UTF-8 that was begun elsewhere.</summary>
    /// <param name="bytes">What is left of it.</param>
    /// <param name="start">What is known of what was before.</param>
    public XmlText(Stream bytes, XmlTextStart start)
    {
        _bytes = bytes;
        _departure = start.Departure;
        _decoder = Encoding.UTF8.GetDecoder();
        _decoder.Fallback = _invalid;
        _characters = new char[Encoding.UTF8.GetMaxCharCount(BlockLength) + 64];
        (_blanksFirst, _documents, _lines, LinesBefore) = (start.BlanksFirst, start.Documents, start.Lines, start.LinesBefore);
        (_atDocumentStart, _lastGiven) = (!start.IsWithin, start.IsWithin ? '>' : '\0');
    }

    /// <summary>The lines of the file before the first character of the document at hand.</summary>
    public int LinesBefore { get; private set; }

    /// <summary>The whole file was given out and its reader asked for more.</summary>
    public bool IsExhausted { get; private set; }

    /// <summary>The text was ended because no tag begins within <see cref="MaxRun"/> characters.</summary>
    public bool IsOverlong => _run > MaxRun;

    /// <summary>Goes on with the next document, whatever is left of this one; false behind the last.</summary>
    public bool NextDocument()
    {
        while (!_atNextDocument && !_ended)
        {
            Give(_limit - _start);
            Fill();
        }

        if (!_atNextDocument)
            return false;
        _documents++;
        _run = 0;
        _atNextDocument = false;
        Give(_limit - _start);
        LinesBefore = _lines;
        _lastGiven = '\0';
        _atDocumentStart = true;
        _limit = Limit();
        return true;
    }

    public override int Read(char[] buffer, int index, int count) => Read(buffer.AsSpan(index, count));

    public override int Read(Span<char> buffer)
    {
        if (IsOverlong)
            return 0;
        while (_start == _limit)
        {
            if (_atNextDocument || _ended)
            {
                IsExhausted = !_atNextDocument;
                return 0;
            }

            Fill();
        }

        var count = Math.Min(buffer.Length, _limit - _start);
        _characters.AsSpan(_start, count).CopyTo(buffer);
        Give(count);
        return count;
    }

    /// <summary>What is wrong with the text as a whole.</summary>
    public IEnumerable<Diagnostic> Findings()
    {
        var findings = Findings(_departure, _blanksFirst, _documents, LinesBefore).ToList();
        if (_invalid.Count > 0)
        {
            findings.Insert(_departure is null ? 0 : 1, DiagnosticRules.EncodingInvalid.At(
                $"Bytes that are no characters of the file's encoding stand in {_invalid.Count} places, the first in line {_firstInvalidLine}.", _firstInvalidLine));
        }

        return findings;
    }

    /// <summary>What is wrong with a file as a whole, whatever reads it.</summary>
    public static IEnumerable<Diagnostic> Findings(string? departure, bool blanksFirst, int documents, int linesBefore)
    {
        if (departure is not null)
            yield return DiagnosticRules.FormatTolerated.At(departure, 1);
        if (blanksFirst)
            yield return DiagnosticRules.FormatTolerated.At("The XML declaration stands behind blanks.", 1);
        if (documents > 1)
            yield return DiagnosticRules.FormatTolerated.At($"The file holds {documents} XML documents one behind the other.", linesBefore + 1);
    }

    private void Give(int count)
    {
        var given = _characters.AsSpan(_start, count);
        _lines += given.Count('\n');
        var tag = given.LastIndexOf('<');
        _run = tag < 0 ? _run + count : count - tag;
        var visible = given.TrimEnd();
        if (!visible.IsEmpty)
            _lastGiven = visible[^1];
        _start += count;
    }

    private void Fill()
    {
        _characters.AsSpan(_start, _end - _start).CopyTo(_characters);
        _end -= _start;
        _start = 0;
        if (_pending == 0)
            _pending = _bytes.Read(_block);
        _ended = _pending == 0;
        var invalidBefore = _invalid.Count;
        var decoded = _decoder.GetChars(_block.AsSpan(_pendingStart, _pending - _pendingStart), _characters.AsSpan(_end), flush: _ended);
        if (invalidBefore == 0 && _invalid.Count > 0)
            _firstInvalidLine = LineOfReplacement(_end + decoded);
        _end += decoded;
        _pending = _pendingStart = 0;
        _limit = Limit();
    }

    private int LineOfReplacement(int end)
    {
        var text = _characters.AsSpan(0, end);
        var place = text.IndexOf('\uFFFD');
        return _lines + 1 + text[..Math.Max(place, 0)].Count('\n');
    }

    private int Limit()
    {
        if (_atDocumentStart)
            SkipBlanks();
        var from = _atDocumentStart ? Math.Min(_start + 1, _end) : _start;
        _atDocumentStart &= from == _start;
        for (var place = from; (place = Next(place)) >= 0; place++)
        {
            if (BeginsDocument(place))
            {
                _atNextDocument = true;
                return place > _start && _characters[place - 1] == Mark ? place - 1 : place;
            }
        }

        // A declaration may be half read, with the mark before it and without the blank behind it.
        return _ended ? _end : Math.Max(_start, _end - Declaration.Length - 1);
    }

    private int Next(int from)
    {
        var place = _characters.AsSpan(from, _end - from).IndexOf(Declaration);
        return place < 0 ? -1 : from + place;
    }

    // <?xml-stylesheet is another instruction, and a declaration quoted inside a text stands behind no closed element.
    private bool BeginsDocument(int place)
    {
        var behind = place + Declaration.Length;
        if (behind >= _end || !char.IsWhiteSpace(_characters[behind]))
            return false;
        var before = _characters.AsSpan(_start, place - _start).TrimEnd(Mark).TrimEnd();
        return (before.IsEmpty ? _lastGiven : before[^1]) == '>';
    }

    // Blank lines before a declaration break the letter of XML, and nothing else; a joined file keeps its byte order mark.
    private void SkipBlanks()
    {
        var blanks = 0;
        while (_start + blanks < _end && (char.IsWhiteSpace(_characters[_start + blanks]) || _characters[_start + blanks] == Mark))
            blanks++;
        Give(blanks);
        LinesBefore = _lines;
        _blanksFirst |= blanks > 0 && _documents == 1 && _characters.AsSpan(_start, _end - _start).StartsWith(Declaration);
    }
}

/// <summary>What is known of the part of a file that another reader took.</summary>
/// <param name="IsWithin">The rest begins within a document, behind a tag; otherwise before one.</param>
/// <param name="Departure">What its declaration says that its bytes belie; null where they agree.</param>
/// <param name="BlanksFirst">Its declaration stands behind blanks.</param>
/// <param name="Documents">The document at hand, from 1.</param>
/// <param name="LinesBefore">The lines before this document.</param>
/// <param name="Lines">The lines before the rest.</param>
internal readonly record struct XmlTextStart(bool IsWithin, string? Departure, bool BlanksFirst, int Documents, int LinesBefore, int Lines);
