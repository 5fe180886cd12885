using System.Buffers;
using System.Text;
using Reconciliation.Domain.Statements.Diagnostics;

namespace Reconciliation.Domain.Statements.Text;

/// <summary>
/// The characters of a file whose encoding shows only while it is read: UTF-16 where a byte order mark says so; else
/// UTF-8 as long as every byte obeys it; else, from the first byte that does not, the declared code page. What a file
/// declares is often wrong, its bytes are not. No character is replaced without a finding.
/// </summary>
internal sealed class StatementText : TextReader
{
    // What CP/M and its heirs write behind the last line.
    private const char EndOfFileMark = '\u001A';

    private readonly Stream _stream;
    private readonly byte[] _bytes = new byte[4096];
    private readonly char[] _characters = new char[4096];
    private SingleBytePage? _page;
    private string? _declared;
    private Notation _notation = Notation.Unknown;
    private bool _atStart = true;
    private int _byteStart;
    private int _byteEnd;
    private bool _ended;
    private int _next;
    private int _count;
    private int _line = 1;
    private long _damaged;
    private int _firstDamagedLine;

    /// <summary>Text of a stream, which stays open.</summary>
    /// <param name="stream">The bytes; they need not seek.</param>
    /// <param name="page">For bytes that are not UTF-8.</param>
    public StatementText(Stream stream, SingleBytePage page)
    {
        _stream = stream;
        _page = page;
    }

    private enum Notation
    {
        /// <summary>Nothing but ASCII so far.</summary>
        Unknown,
        Utf8,
        SingleByte,
        Utf16LittleEndian,
        Utf16BigEndian,
    }

    /// <summary>
    /// Takes note of the encoding that the file itself declares. It holds for what follows, so it must be called
    /// before the first character beyond ASCII is read.
    /// </summary>
    public void Declare(string encoding)
    {
        _declared = encoding.Trim();
        _page = IsUnicode(_declared) ? SingleBytePage.Western : SingleBytePage.Named(_declared);
    }

    /// <summary>What there is to say about the characters read so far.</summary>
    public IEnumerable<Diagnostic> Findings()
    {
        if (_page is null && _notation == Notation.SingleByte)
            yield return DiagnosticRules.EncodingInvalid.At(
                $"The text is neither UTF-8 nor in a code page that is read here; it declares '{_declared}'.", 0, "encoding", _declared);
        else if (_declared is not null && _notation == (IsUnicode(_declared) ? Notation.SingleByte : Notation.Utf8))
            yield return DiagnosticRules.FormatTolerated.At(
                $"The file declares the encoding '{_declared}', but its text is {(_notation == Notation.Utf8 ? "UTF-8" : "not")}.", 0, "encoding", _declared);
        if (_damaged > 0)
            yield return DiagnosticRules.TextDamaged.At(
                $"{_damaged} character(s) cannot be read, the first on line {_firstDamagedLine}.", _firstDamagedLine);
    }

    /// <inheritdoc/>
    public override int Peek() => _next < _count || Fill() ? _characters[_next] : -1;

    /// <inheritdoc/>
    public override int Read() => _next < _count || Fill() ? _characters[_next++] : -1;

    /// <inheritdoc/>
    public override int Read(char[] buffer, int index, int count) => Read(buffer.AsSpan(index, count));

    /// <inheritdoc/>
    public override int Read(Span<char> buffer)
    {
        if (buffer.IsEmpty || (_next == _count && !Fill()))
            return 0;
        var length = Math.Min(buffer.Length, _count - _next);
        _characters.AsSpan(_next, length).CopyTo(buffer);
        _next += length;
        return length;
    }

    private static bool IsUnicode(string encoding) =>
        encoding.StartsWith("UTF", StringComparison.OrdinalIgnoreCase) || encoding.Equals("UNICODE", StringComparison.OrdinalIgnoreCase);

    private bool Fill()
    {
        _next = 0;
        _count = 0;
        while (_count == 0 && FillBytes())
        {
            SkipByteOrderMark();
            while (_count <= _characters.Length - 2 && (_byteEnd - _byteStart >= 4 || _ended) && _byteEnd > _byteStart && !MayStillDeclare())
                Decode();
        }

        return _count > 0;
    }

    // Everything before the first character beyond ASCII is given out first: it may hold the declaration.
    private bool MayStillDeclare() => _notation == Notation.Unknown && _count > 0 && _bytes[_byteStart] >= 0x80;

    // A character takes four bytes at most, so four or the end of the file are enough to go on.
    private bool FillBytes()
    {
        while (!_ended && _byteEnd - _byteStart < 4)
        {
            _bytes.AsSpan(_byteStart, _byteEnd - _byteStart).CopyTo(_bytes);
            _byteEnd -= _byteStart;
            _byteStart = 0;
            var read = _stream.Read(_bytes, _byteEnd, _bytes.Length - _byteEnd);
            _ended = read == 0;
            _byteEnd += read;
        }

        return _byteEnd > _byteStart;
    }

    private void SkipByteOrderMark()
    {
        if (!_atStart)
            return;
        _atStart = false;
        var (notation, length) = _bytes.AsSpan(0, _byteEnd) switch
        {
            [0xEF, 0xBB, 0xBF, ..] => (Notation.Utf8, 3),
            [0xFF, 0xFE, ..] => (Notation.Utf16LittleEndian, 2),
            [0xFE, 0xFF, ..] => (Notation.Utf16BigEndian, 2),
            _ => (Notation.Unknown, 0),
        };
        _notation = notation;
        _byteStart = length;
    }

    private void Decode()
    {
        if (_notation is Notation.Utf16LittleEndian or Notation.Utf16BigEndian)
            DecodeUtf16();
        else if (_bytes[_byteStart] < 0x80)
            Put((char)_bytes[_byteStart++]);
        else if (_notation == Notation.SingleByte)
            DecodeSingleByte();
        else
            DecodeUtf8();
    }

    private void DecodeUtf8()
    {
        if (Rune.DecodeFromUtf8(_bytes.AsSpan(_byteStart, _byteEnd - _byteStart), out var rune, out var length) == OperationStatus.Done)
        {
            _notation = Notation.Utf8;
            _byteStart += length;
            Put(rune);
        }
        else if (_notation == Notation.Unknown)
        {
            _notation = Notation.SingleByte;
            DecodeSingleByte();
        }
        else
        {
            // A text that was UTF-8 so far: banks cut names in the middle of a character.
            _byteStart++;
            Put('\uFFFD');
        }
    }

    private void DecodeSingleByte() => Put((_page ?? SingleBytePage.Western)[_bytes[_byteStart++]]);

    private void DecodeUtf16()
    {
        if (_byteEnd - _byteStart < 2)
        {
            _byteStart++;
            Put('\uFFFD');
            return;
        }

        var first = Unit(_byteStart);
        _byteStart += 2;
        if (char.IsHighSurrogate(first) && _byteEnd - _byteStart >= 2 && char.IsLowSurrogate(Unit(_byteStart)))
        {
            Put(new Rune(first, Unit(_byteStart)));
            _byteStart += 2;
            return;
        }

        Put(char.IsSurrogate(first) ? '\uFFFD' : first);
    }

    private char Unit(int at) => _notation == Notation.Utf16LittleEndian
        ? (char)(_bytes[at] | (_bytes[at + 1] << 8))
        : (char)((_bytes[at] << 8) | _bytes[at + 1]);

    private void Put(Rune rune)
    {
        if (rune.IsBmp)
            Put((char)rune.Value);
        else
            _count += rune.EncodeToUtf16(_characters.AsSpan(_count));
    }

    private void Put(char character)
    {
        if (character == '\n')
            _line++;
        else if (character < ' ' && !char.IsWhiteSpace(character))
            character = character == EndOfFileMark ? ' ' : '\uFFFD';
        if (character == '\uFFFD' && _damaged++ == 0)
            _firstDamagedLine = _line;
        _characters[_count++] = character;
    }
}
