using System.Text;
using System.Text.Unicode;
using Reconciliation.Domain.Statements.Diagnostics;

namespace Reconciliation.Domain.Statements.Text;

/// <summary>
/// Turns bytes into lines of text in bounded memory. LF, CRLF and CR each end a line. A line longer than
/// <see cref="MaxPieceLength"/> comes in pieces. Each piece is decoded as UTF-8 where it is valid UTF-8, else by the
/// fallback: statement files do not declare their encoding, and a file of any size cannot be tried twice on a
/// stream that does not seek. No character is replaced without a finding; the first departure of each kind is one.
/// </summary>
/// <param name="bytes">The file; it need not seek and stays open.</param>
/// <param name="fallback">The single-byte encoding of a piece that is not UTF-8.</param>
/// <param name="parts">Where findings go.</param>
internal sealed class LineSource(Stream bytes, Encoding fallback, PartBuffer parts)
{
    /// <summary>The most bytes, and so the most characters, of a piece.</summary>
    public const int MaxPieceLength = 16 * 1024;

    private const int LongestSequence = 4;

    private readonly Encoding _fallback = Strict(fallback);
    private readonly byte[] _buffer = new byte[4 * MaxPieceLength];

    // As most bytes are ASCII, they are widened many at once: the character of a byte stands at the byte's own place.
    private readonly char[] _widened = new char[4 * MaxPieceLength];
    private readonly char[] _decoded = new char[MaxPieceLength];
    private char[] _text = [];
    private int _start;
    private int _end;
    private int _widenedEnd;
    private int _textStart;
    private int _length;
    private bool _endOfStream;
    private bool _lineFeedMayFollow;
    private bool _fallbackWasNoted;

    /// <summary>The number of the current line in the file, from 1.</summary>
    public int Number { get; private set; }

    /// <summary>The current piece without its line end; valid until the next call of <see cref="Next"/>.</summary>
    public ReadOnlySpan<char> Text => _text.AsSpan(_textStart, _length);

    /// <summary>The bytes of the next line that were read already, and those behind it; none where the next line was not begun.</summary>
    public ReadOnlySpan<byte> Ahead
    {
        get
        {
            var ahead = _buffer.AsSpan(_start, _end - _start);
            return _lineFeedMayFollow && ahead is [(byte)'\n', .. var behind] ? behind : ahead;
        }
    }

    /// <summary>The piece continues the line of the one before.</summary>
    public bool IsContinuation { get; private set; }

    /// <summary>The piece is the last of its line.</summary>
    public bool IsLineComplete { get; private set; } = true;

    /// <summary>Goes to the next piece; false at the end of the file.</summary>
    public bool Next()
    {
        var searched = 0;
        while (true)
        {
            SkipSecondHalfOfLineEnd();
            var window = _buffer.AsSpan(_start, _end - _start);
            var at = window[searched..].IndexOfAny((byte)'\n', (byte)'\r');
            var length = at < 0 ? window.Length : searched + at;
            if (length > MaxPieceLength || (at < 0 && length == MaxPieceLength && !_endOfStream))
            {
                Take(WholeCharacters(window[..MaxPieceLength]), lineEnd: 0, complete: false);
                return true;
            }

            if (at >= 0)
            {
                _lineFeedMayFollow = window[length] == (byte)'\r';
                Take(length, lineEnd: 1, complete: true);
                return true;
            }

            if (_endOfStream)
            {
                if (length == 0)
                    return false;
                Take(length, lineEnd: 0, complete: true);
                return true;
            }

            searched = length;
            Fill();
        }
    }

    private void SkipSecondHalfOfLineEnd()
    {
        if (!_lineFeedMayFollow || _start == _end)
            return;
        _lineFeedMayFollow = false;
        if (_buffer[_start] == (byte)'\n')
            _start++;
    }

    private void Fill()
    {
        if (_end > _buffer.Length - MaxPieceLength)
        {
            _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
            _end -= _start;
            _start = 0;
            _widenedEnd = 0;
        }

        var read = bytes.Read(_buffer.AsSpan(_end));
        _end += read;
        _endOfStream = read == 0;
    }

    private void Take(int length, int lineEnd, bool complete)
    {
        IsContinuation = !IsLineComplete;
        IsLineComplete = complete;
        if (!IsContinuation)
            Number++;
        if (!TakeWidened(length))
            Decode(WithoutMark(_buffer.AsSpan(_start, length)));
        _start += length + lineEnd;
    }

    /// <summary>The piece as it was widened; false where not all of it is ASCII.</summary>
    private bool TakeWidened(int length)
    {
        _widenedEnd = Math.Max(_widenedEnd, _start);
        if (_start + length > _widenedEnd)
        {
            Ascii.ToUtf16(_buffer.AsSpan(_widenedEnd, _end - _widenedEnd), _widened.AsSpan(_widenedEnd), out var widened);
            _widenedEnd += widened;
        }

        _text = _widened;
        _textStart = _start;
        _length = length;
        return _start + length <= _widenedEnd;
    }

    private ReadOnlySpan<byte> WithoutMark(ReadOnlySpan<byte> piece)
    {
        ReadOnlySpan<byte> mark = [0xEF, 0xBB, 0xBF];
        if (Number != 1 || IsContinuation || !piece.StartsWith(mark))
            return piece;
        parts.Tolerate("The file begins with a byte order mark.", Number, "encoding");
        return piece[mark.Length..];
    }

    private void Decode(ReadOnlySpan<byte> piece)
    {
        _text = _decoded;
        _textStart = 0;
        if (Utf8.ToUtf16(piece, _decoded, out _, out _length, replaceInvalidSequences: false) == System.Buffers.OperationStatus.Done)
        {
            ReportDamage();
            return;
        }

        _length = _fallback.GetChars(piece, _decoded);
        ReportFallback();
    }

    private void ReportFallback()
    {
        if (Text.Contains('\uFFFD'))
            parts.AddOnce(DiagnosticRules.EncodingInvalid, $"A byte has no meaning in {_fallback.WebName}; this is the first line of such.", Number, "encoding");
        else if (!_fallbackWasNoted)
            NoteFallback();
    }

    private void NoteFallback()
    {
        _fallbackWasNoted = true;
        parts.Tolerate($"Lines that are not UTF-8 are read as {_fallback.WebName}; this is the first.", Number, "encoding", _fallback.WebName);
    }

    /// <summary>The encoding with its gaps made visible: a byte without meaning becomes U+FFFD.</summary>
    private static Encoding Strict(Encoding encoding)
    {
        if (!encoding.IsSingleByte)
            throw new ArgumentException($"{encoding.WebName} is not a single-byte encoding.", nameof(encoding));
        var strict = (Encoding)encoding.Clone();
        strict.DecoderFallback = new DecoderReplacementFallback("\uFFFD");
        return strict;
    }

    private void ReportDamage()
    {
        if (Text.Contains('\uFFFD'))
            parts.AddOnce(
                DiagnosticRules.TextDamaged, "Letters were lost before the file came here; this is the first line with the replacement character U+FFFD.", Number, "encoding");
    }

    /// <summary>How much of a full piece can be taken without cutting a UTF-8 sequence in two.</summary>
    private static int WholeCharacters(ReadOnlySpan<byte> piece)
    {
        for (var back = 1; back < LongestSequence; back++)
        {
            var value = piece[^back];
            if (value < 0x80)
                break;
            if (value >= 0xC0)
                return piece.Length - back;
        }

        return piece.Length;
    }
}
