namespace Reconciliation.Domain.Tests.Statements;

/// <summary>A stream that never ends: a head, then one text over and over. Only a lazy reader comes back from it.</summary>
internal sealed class EndlessStream(byte[] head, byte[] again) : Stream
{
    private long _given;

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
        for (var i = 0; i < count; i++, _given++)
            buffer[offset + i] = _given < head.Length ? head[_given] : again[(_given - head.Length) % again.Length];
        return count;
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
