namespace Reconciliation.Domain.Tests.Statements;

/// <summary>A stream that gives one byte a read.</summary>
internal sealed class DripStream(IEnumerable<byte> bytes) : ForwardStream
{
    private readonly IEnumerator<byte> _bytes = bytes.GetEnumerator();

    public override int Read(byte[] buffer, int offset, int count)
    {
        if (count == 0 || !_bytes.MoveNext())
            return 0;
        buffer[offset] = _bytes.Current;
        return 1;
    }
}
