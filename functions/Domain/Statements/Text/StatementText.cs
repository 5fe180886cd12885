using System.Buffers;
using System.Text;
using System.Text.Unicode;
using Reconciliation.Domain.Statements.Diagnostics;

namespace Reconciliation.Domain.Statements.Text;

/// <summary>
/// The text of a file as UTF-8, whatever its encoding, which shows only while it is read: UTF-16 where a byte order mark
/// says so; else UTF-8 as long as every byte obeys it; else, from the first byte that does not, the declared code page. What
/// a file declares is often wrong, its bytes are not. No character is replaced without a finding: what comes out is valid,
/// and holds no controls but blanks and line ends.
/// </summary>
internal sealed class StatementText : ForwardStream
{
    // What CP/M and its heirs write behind the last line.
    private const char EndOfFileMark = '\u001A';
    private const int LongestCharacter = 4;

    // What is looked at in one go: a wrong byte costs no more than looking at these again.
    private const int BlockLength = 8192;

    // Controls, and the first byte of U+FFFD, which says that a letter was lost before.
    private static readonly SearchValues<byte> Suspicious = SearchValues.Create([.. Controls(), 0xEF]);
    private static readonly SearchValues<byte> PlainAscii = SearchValues.Create([.. Enumerable.Range(0, 0x80).Select(b => (byte)b).Except(Controls())]);

    private readonly Stream _stream;
    private readonly byte[] _bytes = new byte[64 * 1024];
    private readonly byte[] _made = new byte[2 * BlockLength];
    private readonly char[] _scratch = new char[BlockLength];
    private SingleBytePage? _page;
    private string? _declared;
    private Notation _notation = Notation.Unknown;
    private bool _atStart = true;
    private int _byteStart;
    private int _cleanEnd;
    private int _byteEnd;
    private bool _ended;
    private int _madeStart;
    private int _madeEnd;
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
    public override int Read(Span<byte> buffer)
    {
        var given = 0;
        while (given < buffer.Length)
        {
            var count = Give(buffer[given..]);
            given += count;
            if (count > 0)
                continue;
            if ((given > 0 && !GoesOn()) || !FillBytes())
                break;
            Advance();
        }

        return given;
    }

    private static bool IsUnicode(string encoding) =>
        encoding.StartsWith("UTF", StringComparison.OrdinalIgnoreCase) || encoding.Equals("UNICODE", StringComparison.OrdinalIgnoreCase);

    private static IEnumerable<byte> Controls() =>
        Enumerable.Range(0, ' ').Where(b => !char.IsWhiteSpace((char)b)).Select(b => (byte)b);

    private int Give(Span<byte> buffer)
    {
        var made = _made.AsSpan(_madeStart, _madeEnd - _madeStart);
        var next = made.IsEmpty ? _bytes.AsSpan(_byteStart, _cleanEnd - _byteStart) : made;
        if (next.Length > buffer.Length)
            next = next[..buffer.Length];
        next.CopyTo(buffer);
        if (made.IsEmpty)
            _byteStart += next.Length;
        else
            _madeStart += next.Length;
        return next.Length;
    }

    // Everything before the first character beyond ASCII is given out first, as it may hold the declaration; and nothing waits
    // for bytes that the stream has not given yet.
    private bool GoesOn() =>
        (_byteEnd - _byteStart >= LongestCharacter || (_ended && _byteEnd > _byteStart)) && !(_notation == Notation.Unknown && _bytes[_byteStart] >= 0x80);

    // A character takes four bytes at most, so four or the end of the file are enough to go on.
    private bool FillBytes()
    {
        while (!_ended && _byteEnd - _byteStart < LongestCharacter)
        {
            _bytes.AsSpan(_byteStart, _byteEnd - _byteStart).CopyTo(_bytes);
            (_byteStart, _cleanEnd, _byteEnd) = (0, 0, _byteEnd - _byteStart);
            var read = _stream.Read(_bytes, _byteEnd, _bytes.Length - _byteEnd);
            _ended = read == 0;
            _byteEnd += read;
        }

        return _byteEnd > _byteStart;
    }

    // Finds bytes that can be given as they are, or makes what is to be given instead of those that come next.
    private void Advance()
    {
        SkipByteOrderMark();
        // Behind the mark there may be less left than a character takes.
        FillBytes();
        (_madeStart, _madeEnd, _cleanEnd) = (0, 0, _byteStart);
        var block = _bytes.AsSpan(_byteStart, Math.Min(_byteEnd - _byteStart, BlockLength));
        if (_notation is Notation.Utf16LittleEndian or Notation.Utf16BigEndian)
            MakeOfUtf16();
        else if (CleanLength(block) is > 0 and var length)
            Pass(block[..length]);
        else if (_notation == Notation.SingleByte)
            MakeOfPage(block);
        else if (!block.IsEmpty)
            MakeOfUtf8(block);
    }

    private void SkipByteOrderMark()
    {
        if (!_atStart)
            return;
        _atStart = false;
        (_notation, _byteStart) = _bytes.AsSpan(0, _byteEnd) switch
        {
            [0xEF, 0xBB, 0xBF, ..] => (Notation.Utf8, 3),
            [0xFF, 0xFE, ..] => (Notation.Utf16LittleEndian, 2),
            [0xFE, 0xFF, ..] => (Notation.Utf16BigEndian, 2),
            _ => (Notation.Unknown, 0),
        };
    }

    private void Pass(ReadOnlySpan<byte> clean)
    {
        _cleanEnd = _byteStart + clean.Length;
        if (_damaged == 0)
            _line += clean.Count((byte)'\n');
    }

    // How many bytes need no look by themselves. A page is left alone unless it has nothing to do in the block.
    private int CleanLength(ReadOnlySpan<byte> block)
    {
        if (_notation == Notation.SingleByte)
            return block.ContainsAnyExcept(PlainAscii) ? 0 : block.Length;
        var stop = _notation == Notation.Unknown ? block.IndexOfAnyExcept(PlainAscii) : block.IndexOfAny(Suspicious);
        if (stop >= 0)
            block = block[..stop];
        if (_notation == Notation.Unknown || Utf8.IsValid(block))
            return block.Length;
        Utf8.ToUtf16(block, _scratch, out var valid, out _, replaceInvalidSequences: false);
        return valid;
    }

    private void MakeOfUtf8(ReadOnlySpan<byte> block)
    {
        if (block[0] < 0x80)
        {
            _byteStart++;
            Put((char)block[0]);
        }
        else if (Rune.DecodeFromUtf8(_bytes.AsSpan(_byteStart, _byteEnd - _byteStart), out var rune, out var length) == OperationStatus.Done)
        {
            _notation = Notation.Utf8;
            _byteStart += length;
            Put(rune);
        }
        else if (_notation == Notation.Unknown)
        {
            _notation = Notation.SingleByte;
            MakeOfPage(block);
        }
        else
        {
            // A text that was UTF-8 so far: banks cut names in the middle of a character.
            _byteStart++;
            Put('\uFFFD');
        }

        _cleanEnd = _byteStart;
    }

    private void MakeOfPage(ReadOnlySpan<byte> block)
    {
        var page = _page ?? SingleBytePage.Western;
        while (!block.IsEmpty && _madeEnd + LongestCharacter <= _made.Length)
        {
            var run = block[..Math.Min(block.Length, _made.Length - _madeEnd)];
            var length = run.IndexOfAnyExcept(PlainAscii);
            if (length >= 0)
                run = run[..length];
            run.CopyTo(_made.AsSpan(_madeEnd));
            _madeEnd += run.Length;
            _byteStart += run.Length;
            if (_damaged == 0)
                _line += run.Count((byte)'\n');
            block = block[run.Length..];
            if (length < 0 || _madeEnd + LongestCharacter > _made.Length)
                continue;
            Put(block[0] < 0x80 ? (char)block[0] : page[block[0]]);
            _byteStart++;
            block = block[1..];
        }

        _cleanEnd = _byteStart;
    }

    private void MakeOfUtf16()
    {
        while (_byteStart < _byteEnd && (_byteEnd - _byteStart >= LongestCharacter || _ended) && _madeEnd + LongestCharacter <= _made.Length)
            MakeOneOfUtf16();
        _cleanEnd = _byteStart;
    }

    private void MakeOneOfUtf16()
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

    private void Put(char character)
    {
        if (character == '\n')
            _line++;
        else if (character < ' ' && !char.IsWhiteSpace(character))
            character = character == EndOfFileMark ? ' ' : '\uFFFD';
        if (character == '\uFFFD' && _damaged++ == 0)
            _firstDamagedLine = _line;
        _madeEnd += new Rune(character).EncodeToUtf8(_made.AsSpan(_madeEnd));
    }

    private void Put(Rune rune)
    {
        if (rune.IsBmp)
            Put((char)rune.Value);
        else
            _madeEnd += rune.EncodeToUtf8(_made.AsSpan(_madeEnd));
    }
}
