using System.Numerics;
using System.Runtime.Intrinsics;

namespace Reconciliation.Domain.Statements.Camt.Xml;

/// <summary>
/// The bytes of a file of UTF-8 that are at hand: a window of fixed length that moves forward, so that a file of any size
/// takes the same memory. It knows the lines and columns of the document in it.
/// </summary>
internal sealed class ByteWindow(Stream file)
{
    /// <summary>No token longer than this fits.</summary>
    public const int Length = 64 * 1024;

    private readonly byte[] _bytes = new byte[Length];
    private int _end;
    private int _placeIndex;
    private TextPlace _place;
    private int _lineIndex;
    private int _line;

    /// <summary>The first byte that was not taken yet.</summary>
    public int Position { get; set; }

    /// <summary>The lines of the file before the document at hand.</summary>
    public int LinesBefore { get; private set; }

    /// <summary>The file has no bytes behind those at hand.</summary>
    public bool IsLast { get; private set; }

    /// <summary>The bytes at hand; those before <see cref="Position"/> were taken, and stay until the window moves.</summary>
    public ReadOnlySpan<byte> Bytes => _bytes.AsSpan(0, _end);

    /// <summary>
    /// Moves the window to <see cref="Position"/> and reads on; false where the file ends or the window is full. It doubles
    /// what waits, so that a stream that gives a byte at a time costs no more than any other.
    /// </summary>
    /// <param name="open">Elements whose places have to be known before their bytes go.</param>
    public bool TryGrow(OpenElements open)
    {
        Settle(open);
        return TryGrow();
    }

    /// <summary>Notes the places of open elements, and gives that of <see cref="Position"/>.</summary>
    public TextPlace Settle(OpenElements open)
    {
        open.Settle(ref _place, ref _placeIndex, Bytes);
        return PlaceAt(Position);
    }

    /// <summary>As the other, where no element is open.</summary>
    public bool TryGrow()
    {
        var waiting = _end - Position;
        if (IsLast || waiting == Length)
            return false;
        PlaceAt(Position);
        LineAt(Position);
        _bytes.AsSpan(Position, waiting).CopyTo(_bytes);
        (Position, _placeIndex, _lineIndex, _end) = (0, 0, 0, waiting);
        var read = file.ReadAtLeast(_bytes.AsSpan(_end), Math.Clamp(waiting, 1, Length - _end), throwOnEndOfStream: false);
        _end += read;
        IsLast = read == 0;
        return read > 0;
    }

    /// <summary>A document begins at <see cref="Position"/>: lines and columns are counted from there.</summary>
    public void BeginDocument()
    {
        LinesBefore += _line + Bytes[_lineIndex..Position].Count((byte)'\n');
        (_line, _lineIndex) = (0, Position);
        (_place, _placeIndex) = (default, Position);
    }

    /// <summary>How many line ends of the document stand before a byte that is at hand; to be asked for in the order of the file.</summary>
    public int LineAt(int index)
    {
        _line += Bytes[_lineIndex..index].Count((byte)'\n');
        _lineIndex = index;
        return _line;
    }

    /// <summary>The place of a byte in the document; to be asked for in the order of the file.</summary>
    public TextPlace PlaceAt(int index)
    {
        _place = _place.Behind(Bytes[_placeIndex..index]);
        _placeIndex = index;
        return _place;
    }

    /// <summary>All that was not taken.</summary>
    public Stream Rest() => new ResumedStream(Bytes[Position..].ToArray(), file);
}

/// <summary>A place in a document.</summary>
/// <param name="Line">The line ends before it.</param>
/// <param name="Column">The characters (UTF-16) of its line before it.</param>
internal readonly record struct TextPlace(int Line, long Column)
{
    /// <summary>The place behind some text that begins here.</summary>
    public TextPlace Behind(ReadOnlySpan<byte> text)
    {
        var lineEnd = text.LastIndexOf((byte)'\n');
        return lineEnd < 0
            ? this with { Column = Column + Characters(text) }
            : new TextPlace(Line + text[..(lineEnd + 1)].Count((byte)'\n'), Characters(text[(lineEnd + 1)..]));
    }

    // In valid UTF-8 every byte but those that continue one begins a character, and one of four bytes makes two of UTF-16.
    private static int Characters(ReadOnlySpan<byte> text)
    {
        var count = text.Length;
        for (; text.Length >= Vector256<byte>.Count; text = text[Vector256<byte>.Count..])
        {
            var next = Vector256.Create(text);
            var continuing = Vector256.LessThan(next.AsSByte(), Vector256.Create((sbyte)-0x40));
            var ofFour = Vector256.GreaterThanOrEqual(next, Vector256.Create((byte)0xF0));
            count += BitOperations.PopCount(ofFour.ExtractMostSignificantBits()) - BitOperations.PopCount(continuing.ExtractMostSignificantBits());
        }

        foreach (var value in text)
            count += value >= 0xF0 ? 1 : (value & 0xC0) == 0x80 ? -1 : 0;
        return count;
    }
}
