namespace Reconciliation.Domain.Tests.Statements;

/// <summary>A stream that gives one byte a read and does not seek, as a network may.</summary>
internal sealed class DripStream(IEnumerable<byte> bytes) : Stream
{
    private readonly IEnumerator<byte> _bytes = bytes.GetEnumerator();

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count)
    {
        if (count == 0 || !_bytes.MoveNext())
            return 0;
        buffer[offset] = _bytes.Current;
        return 1;
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
