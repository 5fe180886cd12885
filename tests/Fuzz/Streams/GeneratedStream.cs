namespace Reconciliation.Fuzz.Streams;

/// <summary>A large file that nobody holds: a beginning, one text over and over up to a length, an end.</summary>
/// <param name="head">The beginning.</param>
/// <param name="again">What is repeated.</param>
/// <param name="tail">The end.</param>
/// <param name="length">How many bytes the repeated part has.</param>
/// <param name="visit">Called eight times on the way, in the midst of the reader's own reading.</param>
internal sealed class GeneratedStream(byte[] head, byte[] again, byte[] tail, long length, Action visit) : ReadOnlyForward
{
    private readonly long _step = length / 8;
    private byte[] _current = head;
    private int _given;
    private long _repeated;
    private long _visited;

    public override int Read(Span<byte> buffer)
    {
        if (_repeated >= _visited + _step)
        {
            _visited = _repeated;
            visit();
        }

        if (_given == _current.Length && !Next())
            return 0;
        var count = Math.Min(buffer.Length, _current.Length - _given);
        _current.AsSpan(_given, count).CopyTo(buffer);
        _given += count;
        return count;
    }

    private bool Next()
    {
        if (_current == tail)
            return false;
        _current = _repeated < length ? again : tail;
        _repeated += _current.Length;
        _given = 0;
        return _current.Length > 0;
    }
}
