namespace Reconciliation.Domain.Statements.Ofx;

/// <summary>The bytes of a text in UTF-8 that are at hand: a window that moves forward, and the line it has come to.</summary>
internal sealed class OfxWindow(Stream text)
{
    /// <summary>What <see cref="Peek"/> gives behind the last byte.</summary>
    public const int EndOfText = -1;

    private readonly byte[] _bytes = new byte[64 * 1024];
    private int _start;
    private int _end;

    /// <summary>The line of the next byte, from 1. LF, CRLF and CR each end one.</summary>
    public int Line { get; private set; } = 1;

    /// <summary>The bytes that were not taken yet, as far as they are at hand.</summary>
    public ReadOnlySpan<byte> Bytes => _bytes.AsSpan(_start, _end - _start);

    /// <summary>Where these begin; what was taken stays where it is until the window moves.</summary>
    public int Position => _start;

    /// <summary>Bytes by their position, taken or not.</summary>
    public ReadOnlySpan<byte> At(int position, int length) => _bytes.AsSpan(position, length);

    /// <summary>Takes bytes with so many line ends in them.</summary>
    public void Take(int count, int lines)
    {
        _start += count;
        Line += lines;
    }

    /// <summary>Moves to what was not taken yet and reads on; false where the text ends or the window is full.</summary>
    public bool TryGrow()
    {
        Bytes.CopyTo(_bytes);
        (_start, _end) = (0, _end - _start);
        var read = _end == _bytes.Length ? 0 : text.Read(_bytes.AsSpan(_end));
        _end += read;
        return read > 0;
    }

    /// <summary>The next byte; <see cref="EndOfText"/> behind the last.</summary>
    public int Peek() => _start < _end || TryGrow() ? _bytes[_start] : EndOfText;

    /// <summary>Takes the next byte, which there must be.</summary>
    public byte Take()
    {
        Peek();
        var value = _bytes[_start++];
        if (value == '\n' || (value == '\r' && Peek() != '\n'))
            Line++;
        return value;
    }
}
