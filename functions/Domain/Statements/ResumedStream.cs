using Reconciliation.Domain.Statements.Text;

namespace Reconciliation.Domain.Statements;

/// <summary>A stream whose first bytes were already taken: they are given again, then the rest follows.</summary>
internal sealed class ResumedStream(byte[] head, Stream rest) : ForwardStream
{
    private int _given;

    public override int Read(Span<byte> buffer)
    {
        if (_given == head.Length)
            return rest.Read(buffer);
        var count = Math.Min(buffer.Length, head.Length - _given);
        head.AsSpan(_given, count).CopyTo(buffer);
        _given += count;
        return count;
    }
}
