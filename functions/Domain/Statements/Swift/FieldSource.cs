using System.Runtime.InteropServices;
using Reconciliation.Domain.Statements.Diagnostics;
using Reconciliation.Domain.Statements.Swift.Information;
using Reconciliation.Domain.Statements.Text;

namespace Reconciliation.Domain.Statements.Swift;

/// <summary>
/// Groups lines into fields: a field is its first line and the lines of text after it. Blank lines fall away, lines
/// outside any field (a bank's own header) are passed over and noted.
/// </summary>
internal sealed class FieldSource(LineSource lines, PartBuffer parts)
{
    /// <summary>The most characters that a field keeps; SWIFT allows 390 in field 86, banks write some thousands.</summary>
    public const int MaxLength = 64 * 1024;

    // A line of the messages has 65 characters at most.
    private const int FullLine = 65;

    private readonly List<int> _lineStarts = [];
    private char[] _text = new char[1024];
    private char[] _lines = [];
    private int _length;
    private int _lineOffset;
    private bool _lineWaits;
    private bool _isTooLong;

    // A time or an account number in the text of an entry may look like a field of the message's head.
    private bool _inEntries;

    /// <summary>What the current field is.</summary>
    public FieldTag Tag { get; private set; }

    /// <summary>Its first line in the file, from 1.</summary>
    public int Line { get; private set; }

    /// <summary>Its last line in the file.</summary>
    public int LastLine { get; private set; }

    /// <summary>Its text after the tag, lines joined by <c>\n</c>; valid until the next call of <see cref="Next"/>.</summary>
    public ReadOnlySpan<char> Text => _lineStarts.Count == 1 ? _text.AsSpan(0, _length) : WithLineEnds();

    /// <summary>
    /// Its text after the tag with nothing between the lines: texts wrap anywhere, in the middle of a word or a code.
    /// Valid until the next call of <see cref="Next"/>.
    /// </summary>
    public JoinedText Joined => new(_text.AsSpan(0, _length), CollectionsMarshal.AsSpan(_lineStarts), FullLine);

    /// <summary>Goes to the next field, envelope block or end mark; false at the end of the file.</summary>
    public bool Next()
    {
        Tag = FieldTag.None;
        while (Tag == FieldTag.None)
        {
            if (!NextLine())
                return false;
            if (!Begin(CurrentLine()))
                NoteLineOutside();
        }

        if (Tag is not (FieldTag.Block or FieldTag.MessageEnd))
            AddFurtherLines();
        return true;
    }

    private bool NextLine()
    {
        if (_lineWaits)
        {
            _lineWaits = false;
            return true;
        }

        _lineOffset = 0;
        return lines.Next();
    }

    private ReadOnlySpan<char> CurrentLine() => lines.Text[_lineOffset..];

    /// <summary>Begins a field where the line does; its tag is then no longer <see cref="FieldTag.None"/>.</summary>
    private bool Begin(ReadOnlySpan<char> line)
    {
        var tag = Classify(line, out var value, out var departs);
        if (tag == FieldTag.None)
            return false;
        Tag = tag;
        Line = LastLine = lines.Number;
        _length = 0;
        _lineStarts.Clear();
        _lineStarts.Add(0);
        _isTooLong = false;
        _inEntries = tag == FieldTag.Entry || (_inEntries && tag is FieldTag.Information or FieldTag.Private);
        if (departs)
            parts.Tolerate("A field's tag is not written as the standard has it.", Line, FieldTags.NumberOf(tag), line.ToString());
        Append(value);
        if (tag is FieldTag.Block or FieldTag.MessageEnd)
            LookAgainBehind(tag);
        return true;
    }

    /// <summary>A block may share its line with the first field, an end mark with the next message.</summary>
    private void LookAgainBehind(FieldTag tag)
    {
        var (mark, skip) = tag == FieldTag.Block ? ("{4:", 3) : ("{1:", 0);
        var at = CurrentLine().IndexOf(mark);
        if (at < 0)
            return;
        _lineOffset += at + skip;
        _lineWaits = true;
    }

    private void AddFurtherLines()
    {
        while (NextLine())
        {
            var line = CurrentLine();
            if (IsPlain(line))
            {
                AddLine(line);
            }
            else if (Classify(line, out var text, out _) != FieldTag.None)
            {
                _lineWaits = true;
                return;
            }
            else if (lines.IsContinuation || !text.IsWhiteSpace())
            {
                AddLine(line);
            }

            LastLine = lines.Number;
        }
    }

    private void AddLine(ReadOnlySpan<char> line)
    {
        if (!lines.IsContinuation)
            _lineStarts.Add(_length);
        Append(line);
    }

    /// <summary>Most lines show with their first character that they are text.</summary>
    private static bool IsPlain(ReadOnlySpan<char> line) =>
        !line.IsEmpty && line[0] is > ' ' and <= '~' and not (':' or '-' or '{');

    /// <summary>What a line begins, seen from the field that is current.</summary>
    private FieldTag Classify(ReadOnlySpan<char> line, out ReadOnlySpan<char> value, out bool departs)
    {
        line = EnvelopeText.WithoutControls(line);
        value = line;
        departs = false;
        if (line.IsEmpty || (lines.IsContinuation && _lineOffset == 0))
            return FieldTag.None;
        if (line[0] == ':')
        {
            var tag = FieldTags.Read(line, out value, out departs);
            return _inEntries && Tag == FieldTag.Information && IsOfHead(tag) ? FieldTag.None : tag;
        }

        if (EnvelopeText.IsBlock(line))
            return FieldTag.Block;
        return EnvelopeText.IsEnd(line, afterBalance: Tag is FieldTag.ClosingBalance or FieldTag.PageClosingBalance or FieldTag.AvailableBalance)
            ? FieldTag.MessageEnd
            : FieldTag.None;
    }

    private static bool IsOfHead(FieldTag tag) =>
        tag is FieldTag.RelatedReference or FieldTag.DateTime or FieldTag.Account or FieldTag.StatementNumber or FieldTag.FloorLimit;

    private void NoteLineOutside()
    {
        var line = EnvelopeText.WithoutControls(CurrentLine());
        if (!line.IsWhiteSpace() && !line.StartsWith("{5:"))
            parts.Tolerate("Lines outside the messages are passed over; this is the first.", lines.Number, "envelope", line.ToString());
    }

    private void Append(ReadOnlySpan<char> text)
    {
        var room = MaxLength - _length;
        if (text.Length > room)
        {
            text = text[..room];
            ReportTooLong();
        }

        if (_length + text.Length > _text.Length)
            Array.Resize(ref _text, Math.Max(_text.Length * 2, _length + text.Length));
        text.CopyTo(_text.AsSpan(_length));
        _length += text.Length;
    }

    private ReadOnlySpan<char> WithLineEnds()
    {
        var joined = _text.AsSpan(0, _length);
        var length = _length + _lineStarts.Count - 1;
        if (_lines.Length < length)
            _lines = new char[Math.Max(length, _text.Length)];
        for (var i = 0; i < _lineStarts.Count; i++)
        {
            var end = i + 1 < _lineStarts.Count ? _lineStarts[i + 1] : _length;
            joined[_lineStarts[i]..end].CopyTo(_lines.AsSpan(_lineStarts[i] + i));
            if (i > 0)
                _lines[_lineStarts[i] + i - 1] = '\n';
        }

        return _lines.AsSpan(0, length);
    }

    private void ReportTooLong()
    {
        if (!_isTooLong)
            parts.Add(DiagnosticRules.SyntaxInvalid.At($"The field has more than {MaxLength} characters; what comes after them was not read.", Line, FieldTags.NumberOf(Tag)));
        _isTooLong = true;
    }
}
